create table ticket (
  id              text primary key,
  reference       text not null,             -- what the shopper quotes
  kind            integer not null,          -- TicketKind
  level           integer not null,          -- TicketLevel
  status          integer not null,          -- TicketStatus
  category        text not null,
  title           text not null,
  owner_id        text,
  department      text,                      -- who has been asked to do their part
  details         text not null,             -- TicketDetails as JSON
  conversation_id text,
  customer_id     text,
  order_number    text,
  due_at          integer not null,          -- Unix milliseconds, as all times here
  check_at        integer,                   -- when somebody is chased next; null when closed
  chases          integer not null default 0,
  escalations     integer not null default 0,
  verified        integer not null default 0, -- whether the shopper said in a call-back that it is solved
  created_at      integer not null,
  closed_at       integer,
  version         integer not null default 0
) without rowid;

create unique index ticket_reference on ticket (conversation_id, reference);
create index ticket_by_reference on ticket (reference);
create index ticket_created on ticket (created_at desc, id);
create index ticket_status on ticket (status, due_at);
create index ticket_owner on ticket (owner_id, status, created_at desc);
create index ticket_customer on ticket (customer_id, created_at desc);
create index ticket_check on ticket (check_at) where check_at is not null;

create table ticket_history (
  id         integer primary key,
  ticket_id  text not null,
  at         integer not null,
  actor_id   text,
  actor_name text,
  action     text not null,
  detail     text
);

create index ticket_history_ticket on ticket_history (ticket_id, id);

create table department (
  name     text primary key,
  position integer not null
) without rowid;
