-- The last minute or so in which something was said: written once a minute at most, so that a turn does not pay for the index.
alter table conversation add column active_at integer not null default 0;

-- 1 while an assignment follows what is said; as long as it is 0, the desk costs a turn nothing.
alter table conversation add column attended integer not null default 0;

create index conversation_with_bot on conversation (active_at) where owner = 0;
create index conversation_user on conversation (user_id, created_at);

-- A conversation in people's hands: written from its first hand-off on.
create table assignment (
  conversation_id  text primary key,
  channel          text not null,
  owner            integer not null,           -- Owner, as in conversation
  status           integer not null,           -- AssignmentStatus
  agent_id         text,                       -- who has it, or had it last
  team_id          text,
  skill            text,
  priority         integer not null,           -- HandOffPriority
  locale           text,
  reason           text,
  summary          text,
  queued_at        integer,                    -- Unix milliseconds, as all times here: when this wait began
  placed_at        integer,                    -- what the queue is ordered by; earlier than queued_at for those who come back to the head
  waiting_since    integer,                    -- the oldest message of the shopper that no person has answered
  waiting_sequence integer,
  offered_to       text,
  offered_until    integer,
  passed_by        text not null default '[]', -- who let an offer of this wait pass, as JSON
  snoozed_until    integer,
  ended_at         integer,
  announced_at     integer,
  announced        integer,                    -- the place last told to the shopper
  heard            integer not null default 0, -- messages of the shopper so far
  last_at          integer not null,
  revision         integer not null default 1
) without rowid;

create index assignment_queue on assignment (priority desc, placed_at) where owner = 1 and status = 0;
create index assignment_agent on assignment (agent_id, status, channel) where owner = 2;
create index assignment_last on assignment (status, last_at desc) where owner > 0;
-- Those who wait, longest first; behind them the others, newest first.
create index assignment_waiting on assignment (status, coalesce(waiting_since, 8000000000000 - last_at)) where owner > 0;
create index assignment_resolved on assignment (last_at desc) where status = 2;
create index assignment_resolved_by on assignment (agent_id, last_at desc) where status = 2;
create index assignment_offer on assignment (offered_to) where offered_to is not null;
create index assignment_snoozed on assignment (snoozed_until) where status = 1;

create table assignment_tag (
  tag             text not null,
  conversation_id text not null,
  primary key (conversation_id, tag)
) without rowid;

create index assignment_tag_name on assignment_tag (tag, conversation_id);

-- One row for each time a shopper was handed to people: what the floor's figures and the estimates are counted from.
create table service (
  id              integer primary key,
  conversation_id text not null,
  channel         text not null,
  skill           text,
  queued_at       integer not null,
  agent_id        text,
  accepted_at     integer,
  answered_at     integer, -- a person's first own words
  ended_at        integer,
  outcome         integer  -- ServiceOutcome
);

create unique index service_open on service (conversation_id) where ended_at is null;
create index service_queued on service (queued_at);
create index service_ended on service (ended_at) where accepted_at is not null;

-- What the desk's sockets are told, in the order of commit and without gaps: its writers hold the one write lock.
create table desk_event (
  id              integer primary key,
  at              integer not null,
  kind            integer not null, -- DeskEventKind
  conversation_id text,
  first_sequence  integer,          -- the messages it brought, if any
  last_sequence   integer,
  agent_id        text,             -- whom it concerns
  former_agent_id text,
  everyone        integer not null, -- whether it changes what others have on their lists
  payload         blob
);

create index desk_event_at on desk_event (at);

-- Who of the staff is there. What they can do lies with their account.
create table presence (
  agent_id    text primary key,
  state       integer not null, -- PresenceState, as chosen or as the desk found
  since       integer not null,
  there_until integer not null, -- renewed by every heartbeat of any of their sockets
  active_at   integer not null  -- the last sign of the person
) without rowid;

create table desk_read (
  conversation_id text not null,
  agent_id        text not null,
  sequence        integer not null,
  heard           integer not null, -- assignment.heard up to there
  primary key (conversation_id, agent_id)
) without rowid;
