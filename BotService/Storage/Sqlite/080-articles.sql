create table article (
  id         text not null,
  locale     text not null,
  text       text not null,     -- the same form as a file: YAML between two lines of ---, then Markdown
  deleted    integer not null,  -- 1 hides the file of this name too
  version    integer not null,  -- counts the changes; rows are never removed, so the sum of all tells whether anything changed
  changed_at integer not null,  -- Unix milliseconds
  changed_by text not null,
  primary key (id, locale)
) without rowid;
