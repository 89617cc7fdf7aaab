-- The embedded shop. Money is in hundredths of the currency, days are ISO 8601.
create table product (
  id       text collate "C" primary key,
  position bigint not null,
  body     bytea not null -- Product as JSON without its variants
);

create index product_position on product (position);

create table variant (
  sku        text collate "C" primary key,
  product_id text collate "C" not null,
  position   bigint not null,
  colour     text,
  size       text,
  price      bigint not null,
  stock      bigint not null,
  restock_on text collate "C"
);

create index variant_product on variant (product_id, position);

create table promotion (
  sku       text collate "C" not null,
  starts_on text collate "C" not null,
  ends_on   text collate "C" not null, -- the last day
  price     bigint not null,
  primary key (sku, starts_on)
);

-- Moves on with every change of what is sold, so that a running service notices an import.
create table catalogue (
  "only"   bigint primary key check ("only" = 1),
  revision bigint not null
);
insert into catalogue values (1, 0);

create table shop_order (
  number      text collate "C" primary key,
  customer_id text collate "C",
  placed_at   bigint not null,
  body        bytea not null   -- Order as JSON
);

create index shop_order_customer on shop_order (customer_id, placed_at) where customer_id is not null;

-- One row a change that was asked for, whatever came of it: the same key gets the same answer.
create table shop_change (
  key          text collate "C" primary key,
  fingerprint  bytea not null,
  order_number text collate "C",
  kind         bigint not null, -- OrderChangeKind
  outcome      bigint not null, -- ShopOutcome
  rule         bigint not null, -- PolicyRule
  reference    text collate "C",
  at           bigint not null
);

create table restock_notice (
  key             text collate "C" primary key, -- the change's idempotency key
  sku             text collate "C" not null,
  conversation_id text collate "C" not null,
  locale          text collate "C" not null,
  wanted_at       bigint not null,
  told_at         bigint
);

create index restock_notice_waiting on restock_notice (sku) where told_at is null;
create unique index restock_notice_once on restock_notice (conversation_id, sku) where told_at is null;
-- Who a conversation's shopper is, as the store site has signed. It never passes to another.
create table shopper (
  conversation_id text collate "C" primary key,
  customer_id     text collate "C" not null,
  name            text,
  email           text,
  vip             bigint not null,
  identified_at   bigint not null
);

create index shopper_customer on shopper (customer_id);

-- Proofs of an order (its e-mail or phone) that did not fit, counted by conversation, address and order number.
create table proof_attempt (
  scope    text collate "C" primary key,
  failures bigint not null,
  since    bigint not null
);

-- Orders that a conversation may see and change because a proof was right.
create table order_access (
  conversation_id text collate "C" not null,
  order_number    text collate "C" not null,
  granted_at      bigint not null,
  primary key (conversation_id, order_number)
);
