-- One write to one conversation, in one call: checked under the conversation's row, and either all of it or nothing. The numbers
-- of the outcomes are AppendOutcome's; 6 says that people are concerned, whose rules the service applies itself.
create function append_messages(
  written_to text, opening_channel text, opening_user text, opening_reference bytea, now_at bigint,
  senders bigint[], replies bigint[], client_ids text[], fingerprints bigint[], turns bigint[], bodies bytea[], datas bytea[],
  expected bigint, next_state bytea, next_owner bigint, answered bigint[],
  kinds text[], about bigint[], payloads bytea[],
  file_ids text[], file_types text[], file_names text[], file_contents bytea[],
  ruled boolean, under_lease text,
  out outcome bigint, out first_sequence bigint, out first_at bigint, out created boolean)
language plpgsql as $$
declare
  tail   record;
  spoken bigint := cardinality(senders);
begin
  created := false;
  -- Before anything is written. A turn that another node takes over in between clashes by its version.
  if under_lease is not null and not exists (select from node where lease = under_lease) then
    outcome := 3;
    return;
  end if;

  loop
    select c.last_sequence, c.last_at, c.version, c.owner, c.attended into tail from conversation c where c.id = written_to for update;
    exit when found;
    if opening_channel is null then
      outcome := 4;
      return;
    elsif expected <> 0 then
      outcome := 3;
      return;
    elsif next_owner <> 0 and not ruled then
      outcome := 6;
      return;
    end if;

    insert into conversation (id, channel, user_id, last_sequence, last_at, version, owner, reference, created_at, active_at)
    values (written_to, opening_channel, opening_user, 0, 0, 0, 0, opening_reference, now_at, now_at) on conflict do nothing;
    -- Another may have opened it in the same moment: then its row is locked and read like any other.
    created := found;
  end loop;

  if client_ids[1] is not null then
    select case when m.fingerprint = fingerprints[1] then 1 else 2 end, m.sequence into outcome, first_sequence
    from message m where m.conversation_id = written_to and m.client_id = client_ids[1];
    if found then
      return;
    end if;
  end if;

  if expected <> tail.version then
    outcome := 3;
    return;
  elsif not ruled and (tail.attended = 1 or next_owner <> tail.owner) then
    outcome := 6;
    return;
  end if;

  outcome := 0;
  first_sequence := tail.last_sequence + 1;
  first_at := greatest(now_at, tail.last_at + 1);
  if spoken > 0 then
    insert into message (conversation_id, sequence, at, sender, reply_to, client_id, fingerprint, body, channel_data)
    select written_to, tail.last_sequence + m.n, first_at + m.n - 1, m.sender, case m.reply when -1 then first_sequence else m.reply end, m.client_id, m.fingerprint, m.body, m.data
    from unnest(senders, replies, client_ids, fingerprints, bodies, datas) with ordinality m (sender, reply, client_id, fingerprint, body, data, n);
    if 1 = any (turns) then
      insert into pending_turn select written_to, tail.last_sequence + t.n from unnest(turns) with ordinality t (turn, n) where t.turn = 1;
    end if;
    if senders && '{0,2,4}' then
      insert into search_due (conversation_id, sequence) select written_to, tail.last_sequence + s.n from unnest(senders) with ordinality s (sender, n) where s.sender in (0, 2, 4);
    end if;
  end if;

  update conversation set
    last_sequence = tail.last_sequence + spoken,
    last_at = case spoken when 0 then tail.last_at else first_at + spoken - 1 end,
    version = version + case when expected is null then 0 else 1 end,
    state = coalesce(next_state, state),
    reference = coalesce(opening_reference, reference),
    active_at = case when now_at - active_at >= 60000 then now_at else active_at end
  where id = written_to;

  if cardinality(answered) > 0 then
    delete from pending_turn where conversation_id = written_to and sequence = any (answered);
  end if;

  if cardinality(kinds) > 0 then
    insert into outbox (kind, conversation_id, sequence, due_at, payload)
    select o.kind, written_to, first_sequence + o.at_index, now_at, o.payload from unnest(kinds, about, payloads) o (kind, at_index, payload);
  end if;

  if cardinality(file_ids) > 0 then
    insert into file (id, conversation_id, content_type, name, content, created_at)
    select f.id, written_to, f.kind, f.name, f.content, now_at from unnest(file_ids, file_types, file_names, file_contents) f (id, kind, name, content);
  end if;
end
$$;
