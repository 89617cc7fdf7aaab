-- When they were blocked: for a while from then on, their network address opens no new chats.
alter table customer add column blocked_at bigint;
