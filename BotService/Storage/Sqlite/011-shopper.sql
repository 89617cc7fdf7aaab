-- Who a conversation's shopper is, as the store site has signed. It never passes to another.
create table shopper (
  conversation_id text primary key,
  customer_id     text not null,
  name            text,
  email           text,
  vip             integer not null,
  identified_at   integer not null
) without rowid;

create index shopper_customer on shopper (customer_id);

-- Proofs of an order (its e-mail or phone) that did not fit, counted by conversation, address and order number.
create table proof_attempt (
  scope    text primary key,
  failures integer not null,
  since    integer not null          -- Unix milliseconds
) without rowid;

-- Orders that a conversation may see and change because a proof was right.
create table order_access (
  conversation_id text not null,
  order_number    text not null,
  granted_at      integer not null,
  primary key (conversation_id, order_number)
) without rowid;
