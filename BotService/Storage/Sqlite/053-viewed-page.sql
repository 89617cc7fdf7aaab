-- The page of the store at which a shopper was last seen, without its query.
create table viewed_page (
  conversation_id text primary key,
  url             text not null,
  title           text,
  at              integer not null -- Unix milliseconds
) without rowid;
