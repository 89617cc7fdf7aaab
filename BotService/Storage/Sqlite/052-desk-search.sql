-- Full-text search over what shoppers and people said. The words are cut by the service, Chinese into pairs of characters,
-- and only their places are kept: the texts lie in the messages.
create virtual table message_search using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');

-- Which message a row of the index is.
create table searchable (
  id              integer primary key,
  conversation_id text not null,
  sequence        integer not null,
  at              integer not null
);

create unique index searchable_message on searchable (conversation_id, sequence);

-- How far the messages have been read for it.
create table search_progress (
  id    integer primary key check (id = 1),
  up_to integer not null
);

insert into search_progress (id, up_to) values (1, 0);
