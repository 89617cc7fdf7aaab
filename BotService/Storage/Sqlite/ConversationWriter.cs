using Microsoft.Data.Sqlite;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk;

namespace SupportBot.Storage.Sqlite;

/// <summary>Carries out an <see cref="Append"/> inside the commit loop's transaction. Everything that may refuse it is checked before anything is written.</summary>
internal sealed class ConversationWriter(SqliteConnection connection, DeskOptions desk, TimeProvider time) : IDisposable
{
    // How exact the desk knows when the bot's conversations were last active: finer would make turns pay for an index.
    private const long ActivityStep = 60_000;

    private readonly PreparedStatement find = new(connection, "select last_sequence, last_at, version, owner, attended, active_at, reference from conversation where id = ?1");
    private readonly PreparedStatement lease = new(connection, "select 1 from node where lease = ?1");
    private readonly PreparedStatement open = new(connection, "insert into conversation (id, channel, user_id, last_sequence, last_at, version, owner, reference, created_at, active_at) values (?1, ?2, ?3, 0, 0, 0, 0, ?4, ?5, ?5)");
    private readonly PreparedStatement refer = new(connection, "update conversation set reference = ?2 where id = ?1");
    private readonly PreparedStatement repeat = new(connection, "select sequence, fingerprint from message where conversation_id = ?1 and client_id = ?2");
    private readonly PreparedStatement insert = new(connection, "insert into message (conversation_id, sequence, at, sender, reply_to, client_id, fingerprint, turn_pending, body, channel_data) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) on conflict do nothing");
    private readonly PreparedStatement advance = new(connection, "update conversation set last_sequence = ?2, last_at = ?3 where id = ?1");
    private readonly PreparedStatement turn = new(connection, "update conversation set last_sequence = ?2, last_at = ?3, version = version + 1, state = ?4 where id = ?1");
    private readonly PreparedStatement own = new(connection, "update conversation set owner = ?2, attended = ?3, version = version + ?4 where id = ?1");
    private readonly PreparedStatement active = new(connection, "update conversation set active_at = ?2 where id = ?1");
    private readonly PreparedStatement answered = new(connection, "update message set turn_pending = 0 where conversation_id = ?1 and sequence = ?2");
    private readonly PreparedStatement unseen = new(connection, "select sequence from message where conversation_id = ?1 and sequence > ?2 and sender = 0 order by sequence desc limit 1");
    private readonly PreparedStatement ask = new(connection, """
        update message set turn_pending = 1
        where conversation_id = ?1 and sequence >= ?2 and sender = 0
          and not exists (select 1 from message reply where reply.conversation_id = ?1 and reply.sequence > message.sequence and reply.reply_to = message.sequence)
        """);

    private readonly PreparedStatement left = new(connection, "select sequence from message where conversation_id = ?1 and turn_pending = 1 order by sequence limit 1");
    private readonly PreparedStatement spare = new(connection, "update message set turn_pending = 0 where conversation_id = ?1 and turn_pending = 1");
    private readonly PreparedStatement file = new(connection, "insert into file (id, conversation_id, content_type, name, content, created_at) values (?1, ?2, ?3, ?4, ?5, ?6)");
    private readonly PreparedStatement outbox = new(connection, "insert into outbox (kind, conversation_id, sequence, due_at, payload) values (?1, ?2, ?3, ?4, ?5)");
    private readonly AssignmentTable assignments = new(connection);
    private readonly DeskLedger ledger = new(connection, desk);

    public AppendResult Append(Append append)
    {
        DateTimeOffset now = time.GetUtcNow();
        Tail? found = Find(append.ConversationId);
        if (found is null && append.Opening is null)
        {
            return new AppendResult(AppendOutcome.Missing);
        }

        Tail tail = found ?? new Tail(0, 0, 0, Owner.Bot, false, now.ToUnixTimeMilliseconds(), append.Opening?.Reference);
        if ((append.Turn is { } decided && decided.ExpectedVersion != tail.Version) || (append.Lease is { } given && !Lasts(given)))
        {
            return Repeat(append) ?? new AppendResult(AppendOutcome.Clash);
        }

        AssignmentStep? step = Rule(append, tail, now);
        if (step is { Refusal: { } refusal })
        {
            return Repeat(append) ?? new AppendResult(AppendOutcome.Refused) { Refusal = refusal, HeldBy = step.HeldBy };
        }

        return step is { ChangesNothing: true } ? new AppendResult(AppendOutcome.Repeated) : Write(append, found, tail, step, now);
    }

    /// <summary>Stores a file no message speaks of yet.</summary>
    public int Keep(StoredFile kept) =>
        file.Bind(kept.Id).Bind("").Bind(kept.ContentType).Bind(kept.Name).Bind(kept.Content).Bind(time.GetUtcNow().ToUnixTimeMilliseconds()).Execute();

    public void Dispose()
    {
        foreach (PreparedStatement statement in (ReadOnlySpan<PreparedStatement>)[find, lease, open, refer, repeat, insert, advance, turn, own, active, answered, ask, unseen, left, spare, file, outbox])
        {
            statement.Dispose();
        }

        assignments.Dispose();
        ledger.Dispose();
    }

    private bool Lasts(string id)
    {
        using PreparedStatement.Rows row = lease.Bind(id).Query();
        return row.Next();
    }

    private Tail? Find(string conversationId)
    {
        using PreparedStatement.Rows row = find.Bind(conversationId).Query();
        return row.Next() ? new Tail(row.Integer(0), row.Integer(1), row.Integer(2), (Owner)row.Integer(3), row.Integer(4) != 0, row.Integer(5), row.OptionalBlob(6)) : null;
    }

    private AssignmentStep? Rule(Append append, Tail tail, DateTimeOffset now)
    {
        Move? move = AssignmentStep.MoveOf(append, tail.Owner, tail.Attended);
        if (move is null && !tail.Attended)
        {
            return null;
        }

        Assignment? before = assignments.Find(append.ConversationId);
        Assignment assignment = before ?? assignments.Begin(append.ConversationId, append.Opening?.Channel);
        if (move is null)
        {
            return new AssignmentStep(before, new Ruling(assignment), null);
        }

        // An answer of the agent's does not mean that they had seen what crossed with it: the log itself is asked.
        long sequence = move.Seen is { } seen ? NewestOfShopper(append.ConversationId, seen)
            : move.Takes ? OldestUnanswered(append.ConversationId)
            : AssignmentStep.HeardIn(append, tail.LastSequence);
        Ruling ruling = assignment.Make(move, ledger.LoadOf(move.Candidate(assignment), assignment, now), sequence, now);
        return new AssignmentStep(before, ruling, move);
    }

    private long NewestOfShopper(string conversationId, long after)
    {
        using PreparedStatement.Rows row = unseen.Bind(conversationId).Bind(after).Query();
        return row.Next() ? row.Integer(0) : 0;
    }

    private long OldestUnanswered(string conversationId)
    {
        using PreparedStatement.Rows row = left.Bind(conversationId).Query();
        return row.Next() ? row.Integer(0) : 0;
    }

    private AppendResult Write(Append append, Tail? found, Tail tail, AssignmentStep? step, DateTimeOffset now)
    {
        long at = now.ToUnixTimeMilliseconds();
        if (found is null)
        {
            open.Bind(append.ConversationId).Bind(append.Opening?.Channel).Bind(append.Opening?.UserId).Bind(append.Opening?.Reference).Bind(at).Execute();
        }

        long last = tail.LastSequence;
        long first = Math.Max(at, tail.LastAt + 1);
        for (int index = 0; index < append.Messages.Count; index++)
        {
            // Only the first message can carry a client id, so nothing else has been written when it turns out a repeat.
            if (!Insert(append, index, tail.LastSequence, ++last, first + index, step?.Ruling.Next.Owner))
            {
                return Repeat(append) ?? throw new InvalidDataException($"Sequence {last} is taken twice.");
            }
        }

        Finish(append, last, append.Messages.Count == 0 ? tail.LastAt : first + append.Messages.Count - 1, found, at);
        DeskNews news = step is null ? DeskNews.None : Follow(append, tail, step, last, now);
        if (at - tail.ActiveAt >= ActivityStep)
        {
            active.Bind(append.ConversationId).Bind(at).Execute();
        }

        return new AppendResult(AppendOutcome.Stored, tail.LastSequence + 1, DateTimeOffset.FromUnixTimeMilliseconds(first), found is null) { News = news };
    }

    private AppendResult? Repeat(Append append)
    {
        if (append.Messages is not [{ ClientId: { } clientId } first, ..])
        {
            return null;
        }

        using PreparedStatement.Rows row = repeat.Bind(append.ConversationId).Bind(clientId).Query();
        return row.Next()
            ? new AppendResult(row.Integer(1) == first.Fingerprint ? AppendOutcome.Repeated : AppendOutcome.Changed, row.Integer(0))
            : null;
    }

    private bool Insert(Append append, int index, long before, long sequence, long at, Owner? owner)
    {
        NewMessage message = append.Messages[index];
        long replyTo = message.ReplyTo == NewMessage.FirstOfThisAppend ? before + 1 : message.ReplyTo;
        bool pending = message.TurnPending && owner != Owner.Agent;
        return insert.Bind(append.ConversationId).Bind(sequence).Bind(at).Bind((long)message.Sender).Bind(replyTo).Bind(message.ClientId).Bind(message.Fingerprint).Bind(pending ? 1 : 0).Bind(message.Body).Bind(message.ChannelData).Execute() == 1;
    }

    private void Finish(Append append, long last, long at, Tail? existing, long now)
    {
        if (append.Turn is { } decided)
        {
            turn.Bind(append.ConversationId).Bind(last).Bind(at).Bind(decided.State).Execute();
            foreach (long sequence in decided.Answered)
            {
                answered.Bind(append.ConversationId).Bind(sequence).Execute();
            }
        }
        else
        {
            advance.Bind(append.ConversationId).Bind(last).Bind(at).Execute();
        }

        if (existing is not null && append.Opening?.Reference is { } reference && !reference.AsSpan().SequenceEqual(existing.Reference))
        {
            refer.Bind(append.ConversationId).Bind(reference).Execute();
        }

        foreach (StoredFile stored in append.Files)
        {
            file.Bind(stored.Id).Bind(append.ConversationId).Bind(stored.ContentType).Bind(stored.Name).Bind(stored.Content).Bind(now).Execute();
        }

        foreach (OutboxItem item in append.Outbox)
        {
            outbox.Bind(item.Kind).Bind(append.ConversationId).Bind(last - append.Messages.Count + 1 + item.MessageIndex).Bind(now).Bind(item.Payload).Execute();
        }
    }

    private DeskNews Follow(Append append, Tail tail, AssignmentStep step, long last, DateTimeOffset now)
    {
        Assignment after = step.Ruling.Next;
        bool attended = after.IsAttended(now);
        if (after.Owner != tail.Owner || attended != tail.Attended)
        {
            own.Bind(append.ConversationId).Bind((long)after.Owner).Bind(attended ? 1 : 0).Bind(append.Turn is null && after.Owner != tail.Owner ? 1 : 0).Execute();
        }

        if (!attended && !tail.Attended)
        {
            return DeskNews.None;
        }

        if (step.Move is { Takes: true })
        {
            // What the bot has not answered yet is the agent's from now on.
            spare.Bind(append.ConversationId).Execute();
        }

        if (step.LeavesToBot is { } unanswered)
        {
            // What the agent has left unanswered, the bot answers; not what it had answered itself, such as the wish for a person.
            ask.Bind(append.ConversationId).Bind(unanswered).Execute();
        }

        assignments.Save(step.Before, after, AssignmentStep.ShopperMessages(append), now.ToUnixTimeMilliseconds());
        ledger.Account(step.Before, after, step.Move, now);
        return ledger.Journal(step.Before, after, tail.LastSequence + 1, last, now);
    }

    private sealed record Tail(long LastSequence, long LastAt, long Version, Owner Owner, bool Attended, long ActiveAt, byte[]? Reference);
}
