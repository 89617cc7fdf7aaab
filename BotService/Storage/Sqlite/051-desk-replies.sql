create table canned (
  id       text primary key,
  owner_id text,             -- whose it is; null when all may use it
  locale   text not null,
  stage    text,
  shortcut text not null,
  title    text not null,
  text     text not null,
  version  integer not null
) without rowid;

create index canned_locale on canned (locale, title);

-- What is edited as a whole: saved views of one colleague, the shift plan.
create table desk_document (
  name    text not null,
  owner   text not null,     -- a colleague's id, or '' for the store's
  json    text not null,
  version integer not null,
  primary key (name, owner)
) without rowid;
