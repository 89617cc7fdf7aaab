-- Services that have ended lately: somebody calls back, and reminders follow.
create index ticket_closed on ticket (closed_at) where closed_at is not null;
