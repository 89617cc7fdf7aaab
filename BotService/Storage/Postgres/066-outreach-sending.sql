-- A claim marks a row in a column that no index knows: it is written anew in the free part of its own page, and the indexes stay as they are.
alter table recipient add column leased_until bigint not null default 0;
alter table recipient set (fillfactor = 60);

-- One index of a customer's rows serves those who look for what they were sent, too.
drop index recipient_sent;
drop index recipient_customer;
create index recipient_customer on recipient (customer_id, sent_at);

-- All it looks up it finds by a key. A plan made while a table was still empty would read it through, and is kept while the table grows.
alter function append_messages set enable_seqscan = off;

-- One message of the bot's in each of many conversations, in one call of a transaction that is planned by keys. The numbers of the outcomes are AppendOutcome's; where people are
-- concerned, nothing is written.
create function say_messages(
  written_to text[], client_ids text[], fingerprints bigint[], bodies bytea[], datas bytea[], carriers text[], now_at bigint,
  out place bigint, out outcome bigint)
returns setof record
language plpgsql as $$
begin
  -- Locked in the order in which all lock them, and by a statement of its own: the next one sees what was written until then.
  perform from conversation c where c.id = any (written_to) order by c.id for update;
  return query
  with asked as materialized (
    select a.*, c.id as found, c.last_sequence, c.last_at, c.attended, m.fingerprint as stored
    from unnest(written_to, client_ids, fingerprints, bodies, datas, carriers) with ordinality a (conversation, client_id, fingerprint, body, data, carrier, n)
    left join conversation c on c.id = a.conversation
    left join lateral (select k.fingerprint from message k where k.conversation_id = a.conversation and k.client_id = a.client_id limit 1) m on true),
  fresh as materialized (
    select f.*, f.last_sequence + row_number() over following as sequence, greatest(now_at, f.last_at + 1) + row_number() over following - 1 as at
    from asked f where f.found is not null and f.stored is null and f.attended = 0
    window following as (partition by f.conversation order by f.n)),
  said as (
    insert into message (conversation_id, sequence, at, sender, reply_to, client_id, fingerprint, body, channel_data)
    select f.conversation, f.sequence, f.at, 1, 0, f.client_id, f.fingerprint, f.body, f.data from fresh f),
  grown as (
    update conversation c set last_sequence = f.sequence, last_at = f.at, active_at = case when now_at - c.active_at >= 60000 then now_at else c.active_at end
    from (select l.conversation, max(l.sequence) as sequence, max(l.at) as at from fresh l group by l.conversation) f where c.id = f.conversation),
  posted as (
    insert into outbox (kind, conversation_id, sequence, due_at) select f.carrier, f.conversation, f.sequence, now_at from fresh f where f.carrier is not null)
  select a.n, case when a.found is null then 4 when a.stored = a.fingerprint then 1 when a.stored is not null then 2 when a.attended = 1 then 5 else 0 end::bigint
  from asked a;
end
$$;

-- A list to work off, like search_due: what has been taken off it must not lie in the way.
alter table customer_search_due set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
