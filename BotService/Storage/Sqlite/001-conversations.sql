create table setting (
  name  text primary key,
  value blob not null
) without rowid;

create table conversation (
  id            text primary key,
  channel       text not null,
  user_id       text,
  last_sequence integer not null,
  last_at       integer not null,   -- Unix milliseconds
  version       integer not null,
  owner         integer not null,   -- Owner
  state         blob,
  reference     blob,
  created_at    integer not null
) without rowid;

create table message (
  conversation_id text not null,
  sequence        integer not null,
  at              integer not null, -- Unix milliseconds, strictly increasing in a conversation
  sender          integer not null, -- Sender
  reply_to        integer not null,
  client_id       text,
  fingerprint     integer not null,
  turn_pending    integer not null,
  body            blob not null,
  channel_data    blob,
  primary key (conversation_id, sequence)
) without rowid;

create unique index message_client_id on message (conversation_id, client_id) where client_id is not null;
create index message_turn_pending on message (conversation_id, sequence) where turn_pending = 1;

create table file (
  id              text primary key,
  conversation_id text not null,
  content_type    text not null,
  name            text not null,
  content         blob not null,
  created_at      integer not null
);

create table outbox (
  id              integer primary key,
  kind            text not null,
  conversation_id text not null,
  sequence        integer not null,
  status          integer not null default 0, -- OutboxStatus
  attempts        integer not null default 0,
  due_at          integer not null, -- Unix milliseconds: when to send it; while it is being sent, when its sender is taken for lost
  error           text,
  receipt         text              -- the receiver's id of it
);

create index outbox_due on outbox (kind, due_at, id) where status = 0;
create index outbox_sending on outbox (kind, due_at) where status = 1;
create index outbox_open on outbox (conversation_id, kind, id) where status <= 1;
create index outbox_failed on outbox (status, id) where status >= 3;
