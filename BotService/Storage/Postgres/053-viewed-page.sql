-- The page of the store at which a shopper was last seen, without its query.
create table viewed_page (
  conversation_id text collate "C" primary key,
  url             text not null,
  title           text,
  at              bigint not null -- Unix milliseconds
);
