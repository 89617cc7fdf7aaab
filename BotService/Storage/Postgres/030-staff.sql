create table staff (
  id             text collate "C" primary key,
  email          text collate "C" not null unique, -- lower case
  name           text not null,
  roles          text collate "C" not null,        -- names of Role, separated by commas
  active         bigint not null,
  password       text not null,                    -- the framework's hash
  must_change    bigint not null,
  password_until bigint,                           -- until when a one-time password opens
  factor         bytea,                            -- the second factor's secret
  factor_pending bytea,                            -- one not yet confirmed
  factor_step    bigint not null default 0,        -- the newest time step used
  locale         text collate "C" not null,
  theme          text collate "C" not null,
  preferences    text not null,                    -- JSON object
  work           text not null,                    -- StaffWork as JSON
  seen_at        bigint,                           -- when one of their sessions was last used, to the minute
  created_at     bigint not null,
  version        bigint not null
);

create table staff_recovery_code (
  staff_id text collate "C" not null,
  hash     bytea not null,
  primary key (staff_id, hash)
);

create table staff_session (
  id         text collate "C" primary key,
  key_hash   bytea not null unique,
  staff_id   text collate "C" not null,
  created_at bigint not null,
  seen_at    bigint not null,
  expires_at bigint not null,
  address    text,
  agent      text
);

create index staff_session_staff on staff_session (staff_id);

-- Counted for addresses that nobody has too, so that a wait tells nothing.
create table staff_attempt (
  key       bytea primary key,                     -- SHA-256 of the address tried
  failures  bigint not null,
  wait_till bigint not null,
  at        bigint not null
);

create index staff_attempt_at on staff_attempt (at);

create table audit (
  id         bigint primary key,                   -- without gaps
  at         bigint not null,
  actor_id   text collate "C" not null,
  actor_name text not null,
  action     text collate "C" not null,
  target     text collate "C" not null,
  detail     text,
  hash       bytea not null                        -- over the hash before and the row
);

create index audit_actor on audit (actor_id, id);
create index audit_action on audit (action, id);

-- Where the chain ends, so that rows cut off its end are missed. Who adds a row locks it: that keeps the chain straight.
create table audit_head (
  "only" bigint primary key check ("only" = 1),
  id   bigint not null,
  hash bytea not null
);

insert into audit_head ("only", id, hash) values (1, 0, decode(repeat('00', 32), 'hex'));
