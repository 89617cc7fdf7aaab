create table audit (
  id         integer primary key,            -- without gaps
  at         integer not null,
  actor_id   text not null,
  actor_name text not null,
  action     text not null,
  target     text not null,
  detail     text,
  hash       blob not null                   -- over the hash before and the row
);

create index audit_actor on audit (actor_id, id);
create index audit_action on audit (action, id);

-- Where the chain ends, so that rows cut off its end are missed.
create table audit_head (
  only integer primary key check (only = 1),
  id   integer not null,
  hash blob not null
);

insert into audit_head (only, id, hash) values (1, 0, zeroblob(32));
