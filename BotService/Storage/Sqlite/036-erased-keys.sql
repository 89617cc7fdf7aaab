-- Keyed hashes of whom somebody erased was: ids in the shop, e-mail addresses, phone numbers.
create table erased_key (
  key text primary key,
  at  integer not null                  -- Unix milliseconds
) without rowid;
