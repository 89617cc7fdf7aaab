-- Where the database was when it last ran: a copy of it is known by being elsewhere.
create table place (
  "only" bigint primary key check ("only" = 1),
  name   text collate "C" not null
);
