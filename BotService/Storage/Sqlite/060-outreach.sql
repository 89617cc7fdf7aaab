-- What greetings go by. Days are ISO 8601; all times are Unix milliseconds.
alter table customer add column birthday text;
alter table customer add column member_since text;

create index customer_birthday on customer (substr(birthday, 6, 5), id) where birthday is not null and merged_into is null and erased_at is null;
create index customer_member_since on customer (substr(member_since, 9, 2), id) where member_since is not null and merged_into is null and erased_at is null;

-- Addresses that nothing is sent to, whoever has them. Only a hash is kept, so that somebody who was erased stays left alone.
create table suppression (
  channel integer not null,          -- Reach
  hash    blob not null,
  shown   text not null,             -- covered, for people to recognise
  reason  text not null,
  at      integer not null,
  primary key (channel, hash)
) without rowid;

create table segment (
  id         text primary key,
  name       text not null,
  rule       text not null,          -- SegmentRule as JSON
  updated_at integer not null,
  version    integer not null
) without rowid;

create table template (
  id         text primary key,
  name       text not null,
  body       text not null,          -- TemplateBody as JSON
  updated_at integer not null,
  version    integer not null
) without rowid;

create table campaign (
  id          text primary key,
  name        text not null,
  status      integer not null,      -- CampaignStatus
  plan        text not null,         -- CampaignPlan as JSON
  event       text,                  -- what it waits for to happen, if anything
  created_by  text not null,
  edited_by   text not null,
  approved_by text,
  launched_at integer,
  created_at  integer not null,
  updated_at  integer not null,
  version     integer not null
) without rowid;

create index campaign_status on campaign (status, updated_at desc);
create index campaign_event on campaign (event) where event is not null;

-- A day on which a campaign is sent. Its recipients are written page by page; the cursor says how far that has come.
create table occurrence (
  campaign_id  text not null,
  day          text not null,
  cursor       text not null default '',
  planned_at   integer,              -- when all of them were written
  leased_until integer not null default 0,
  primary key (campaign_id, day)
) without rowid;

create index occurrence_open on occurrence (leased_until) where planned_at is null;

-- Who gets what, once: the unique index is the promise.
create table recipient (
  id              integer primary key,
  campaign_id     text not null,
  occurrence      text not null,     -- the day, the year of a birthday, or what an event was about
  customer_id     text not null,
  channel         integer not null,  -- Reach
  purpose         integer not null,  -- Purpose
  status          integer not null,  -- RecipientStatus
  due_at          integer not null,  -- when to send it; while it is being sent, when its sender is taken for lost
  planned_at      integer not null,  -- the time it was meant for
  expires_at      integer not null,
  attempts        integer not null default 0,
  variant         integer not null,
  locale          text not null,
  zone            text not null,
  zone_reason     integer not null,  -- ZoneReason
  subject         text,              -- the order, cart or ticket it is about
  facts           text,              -- what an event told besides, as JSON
  conversation_id text,              -- where it was said
  reason          integer,           -- Exclusion
  error           text,
  sent_at         integer,
  delivered_at    integer,
  clicked_at      integer,
  opted_out_at    integer
);

create unique index recipient_once on recipient (campaign_id, occurrence, customer_id, channel);
create index recipient_due on recipient (campaign_id, channel, due_at) where status = 0;
create index recipient_sending on recipient (due_at) where status = 1;
create index recipient_sent on recipient (customer_id, sent_at) where sent_at is not null;
create index recipient_failed on recipient (status, id) where status >= 4 and status <= 5;
create index recipient_subject on recipient (subject) where status = 0 and subject is not null;
create index recipient_customer on recipient (customer_id, id);

-- How much may leave, shared by all nodes: a bucket that fills with time.
create table throttle (
  name   text primary key,
  tokens integer not null,           -- thousandths
  at     integer not null
) without rowid;

-- The owner's own days to greet on, and official days off with the working days that make up for them.
create table owner_day (
  id      text primary key,
  kind    integer not null,          -- OwnerDayKind
  day     text not null,
  yearly  integer not null,
  name_en text not null,
  name_zh text not null
) without rowid;

create index owner_day_day on owner_day (day);

create table outreach_job (
  name     text primary key,
  started  integer,
  finished integer,
  next     integer,
  runs     integer not null default 0,
  misfires integer not null default 0,
  node     text,
  error    text
) without rowid;
