-- Customers by the words of their names, cut as in searchable.
create table customer_searchable (
  customer_id text collate "C" primary key,
  words       tsvector not null
);

create index customer_searchable_words on customer_searchable using gin (words);

-- Whose name the index has still to read.
create table customer_search_due (
  customer_id text collate "C" primary key
);

create function customer_named() returns trigger language plpgsql as $$
begin
  insert into customer_search_due (customer_id) values (new.id) on conflict do nothing;
  return null;
end
$$;

create trigger customer_first_named after insert on customer for each row when (new.name is not null) execute function customer_named();
create trigger customer_named after update of name on customer for each row when (new.name is distinct from old.name) execute function customer_named();

insert into customer_search_due (customer_id) select id from customer where name is not null;
