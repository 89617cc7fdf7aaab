-- The embedded shop. Money is in hundredths of the currency, days are ISO 8601.
create table product (
  id       text primary key,
  position integer not null,
  body     blob not null             -- Product as JSON without its variants
) without rowid;

create index product_position on product (position);

create table variant (
  sku        text primary key,
  product_id text not null,
  position   integer not null,
  colour     text,
  size       text,
  price      integer not null,
  stock      integer not null,
  restock_on text
) without rowid;

create index variant_product on variant (product_id, position);

create table promotion (
  sku       text not null,
  starts_on text not null,
  ends_on   text not null,           -- the last day
  price     integer not null,
  primary key (sku, starts_on)
) without rowid;

-- Moves on with every change of what is sold, so that a running service notices an import.
create table catalogue (
  only     integer primary key check (only = 1),
  revision integer not null
);
insert into catalogue values (1, 0);

create table shop_order (
  number      text primary key,
  customer_id text,
  placed_at   integer not null,      -- Unix milliseconds
  body        blob not null          -- Order as JSON
) without rowid;

create index shop_order_customer on shop_order (customer_id, placed_at) where customer_id is not null;

-- One row a change that was asked for, whatever came of it: the same key gets the same answer.
create table shop_change (
  key          text primary key,
  fingerprint  blob not null,
  order_number text,
  kind         integer not null,     -- OrderChangeKind
  outcome      integer not null,     -- ShopOutcome
  rule         integer not null,     -- PolicyRule
  reference    text,
  at           integer not null
) without rowid;

create table restock_notice (
  key             text primary key,  -- the change's idempotency key
  sku             text not null,
  conversation_id text not null,
  locale          text not null,
  wanted_at       integer not null,
  told_at         integer
) without rowid;

create index restock_notice_waiting on restock_notice (sku) where told_at is null;
create unique index restock_notice_once on restock_notice (conversation_id, sku) where told_at is null;
