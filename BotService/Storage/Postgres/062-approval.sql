-- Who asked for a second person's word on a campaign, and when each spoke; Unix milliseconds.
alter table campaign add column asked_by text;
alter table campaign add column asked_at bigint;
alter table campaign add column approved_at bigint;
