create table article (
  id         text collate "C" not null,
  locale     text collate "C" not null,
  text       text not null,   -- the same form as a file: YAML between two lines of ---, then Markdown
  deleted    bigint not null, -- 1 hides the file of this name too
  version    bigint not null, -- counts the changes; rows are never removed, so the sum of all tells whether anything changed
  changed_at bigint not null,
  changed_by text not null,
  primary key (id, locale)
);
