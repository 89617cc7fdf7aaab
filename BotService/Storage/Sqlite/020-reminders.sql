-- The shoppers' own reminders. A row is said once: under a lease, and with a key in the conversation's log.
create table reminder (
  conversation_id text not null,
  reference       text not null,
  due_at          integer not null,            -- Unix milliseconds
  text            text not null,
  locale          text not null,
  status          integer not null default 0,  -- ReminderStatus
  leased_until    integer not null default 0,  -- Unix milliseconds
  primary key (conversation_id, reference)
) without rowid;

create index reminder_due on reminder (due_at) where status = 0;
