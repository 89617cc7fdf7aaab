-- The shoppers' own reminders. A row is said once: under a lease, and with a key in the conversation's log.
create table reminder (
  conversation_id text collate "C" not null,
  reference       text collate "C" not null,
  due_at          bigint not null,
  text            text not null,
  locale          text collate "C" not null,
  status          bigint not null default 0, -- ReminderStatus
  leased_until    bigint not null default 0,
  primary key (conversation_id, reference)
);

create index reminder_due on reminder (due_at) where status = 0;
