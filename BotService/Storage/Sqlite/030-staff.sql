create table staff (
  id             text primary key,
  email          text not null unique,       -- lower case
  name           text not null,
  roles          text not null,              -- names of Role, separated by commas
  active         integer not null,
  password       text not null,              -- the framework's hash
  must_change    integer not null,
  password_until integer,                    -- Unix milliseconds: until when a one-time password opens
  factor         blob,                       -- the second factor's secret
  factor_pending blob,                       -- one not yet confirmed
  factor_step    integer not null default 0, -- the newest time step used
  locale         text not null,
  theme          text not null,
  preferences    text not null,              -- JSON object
  work           text not null,              -- StaffWork as JSON
  seen_at        integer,                    -- when one of their sessions was last used, to the minute
  created_at     integer not null,
  version        integer not null
) without rowid;

create table staff_recovery_code (
  staff_id text not null,
  hash     blob not null,
  primary key (staff_id, hash)
) without rowid;

create table staff_session (
  id         text primary key,
  key_hash   blob not null unique,
  staff_id   text not null,
  created_at integer not null,
  seen_at    integer not null,
  expires_at integer not null,
  address    text,
  agent      text
) without rowid;

create index staff_session_staff on staff_session (staff_id);

-- Counted for addresses that nobody has too, so that a wait tells nothing.
create table staff_attempt (
  key       blob primary key,                -- SHA-256 of the address tried
  failures  integer not null,
  wait_till integer not null,
  at        integer not null
) without rowid;

create index staff_attempt_at on staff_attempt (at);
