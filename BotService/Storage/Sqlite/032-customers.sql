create table customer (
  id             text primary key,
  name           text,
  locale         text,
  zone           text,
  vip            integer not null default 0,
  segment        text,
  note           text not null default '',
  blocked_reason text,             -- null: not blocked
  blocked_until  integer,          -- Unix milliseconds
  merged_into    text,
  erased_at      integer,
  created_at     integer not null,
  updated_at     integer not null,
  version        integer not null default 0
) without rowid;

create index customer_updated on customer (updated_at desc, id) where merged_into is null and erased_at is null;
create index customer_blocked on customer (id) where blocked_reason is not null;

-- Their ids in the shop.
create table customer_identity (
  shop_id     text primary key,
  customer_id text not null
) without rowid;

create index customer_identity_customer on customer_identity (customer_id);

create table customer_contact (
  customer_id text not null,
  kind        integer not null,    -- ContactKind
  value       text not null,
  verified    integer not null,
  primary key (customer_id, kind, value)
) without rowid;

create index customer_contact_value on customer_contact (kind, value);

create table customer_conversation (
  conversation_id text primary key,
  customer_id     text not null,
  at              integer not null
) without rowid;

create index customer_conversation_customer on customer_conversation (customer_id, at);

create table customer_tag (
  customer_id text not null,
  tag         text not null,
  primary key (customer_id, tag)
) without rowid;

create index customer_tag_name on customer_tag (tag, customer_id);

-- Every word on it, the newest counts: it must be possible to show when and where consent was given.
create table consent (
  id          integer primary key,
  customer_id text not null,
  channel     text not null,
  purpose     text not null,
  given       integer not null,
  source      text not null,
  at          integer not null
);

create index consent_customer on consent (customer_id, channel, purpose, id);
