-- The leases of the nodes that run. One that no longer beats is ended by another node; what was decided under it is then refused.
create table node (
  lease text primary key,
  beats integer not null
) without rowid;
