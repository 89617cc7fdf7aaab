-- A claim marks a row in a column that no index knows, so that the indexes stay as they are.
alter table recipient add column leased_until integer not null default 0;

-- One index of a customer's rows serves those who look for what they were sent, too.
drop index recipient_sent;
drop index recipient_customer;
create index recipient_customer on recipient (customer_id, sent_at);
