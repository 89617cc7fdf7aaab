-- Customers by the words of their names, cut as in message_search.
create virtual table customer_search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

-- Which customer a row of the index is.
create table customer_searchable (
  id          integer primary key,
  customer_id text not null unique
);

-- Whose name the index has still to read.
create table customer_search_due (
  customer_id text primary key
) without rowid;

create trigger customer_first_named after insert on customer when new.name is not null
begin
  insert into customer_search_due (customer_id) values (new.id) on conflict do nothing;
end;

create trigger customer_named after update of name on customer when new.name is not old.name
begin
  insert into customer_search_due (customer_id) values (new.id) on conflict do nothing;
end;

insert into customer_search_due (customer_id) select id from customer where name is not null;
