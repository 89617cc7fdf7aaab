-- Customers by the words of their names, cut as in message_search.
create virtual table customer_search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

-- Which customer a row of the index is.
create table customer_searchable (
  id          integer primary key,
  customer_id text not null unique
);

-- The name by which the index knows them; where it is another, the index has still to read it.
alter table customer add column searched_as text;

create index customer_unsearched on customer (id) where name is not searched_as;
