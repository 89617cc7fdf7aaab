-- Where the database was when it last ran: a copy of it is known by being elsewhere.
create table place (
  "only" integer primary key check ("only" = 1),
  name   text not null
);
