using Microsoft.Data.Sqlite;
using SupportBot.Conversations;

namespace SupportBot.Storage.Sqlite;

/// <summary>Carries out an <see cref="Append"/> inside the commit loop's transaction. Everything that may refuse it is checked before anything is written.</summary>
internal sealed class ConversationWriter(SqliteConnection connection, TimeProvider time) : IDisposable
{
    private readonly PreparedStatement find = new(connection, "select last_sequence, last_at, version, reference from conversation where id = ?1");
    private readonly PreparedStatement open = new(connection, "insert into conversation (id, channel, user_id, last_sequence, last_at, version, owner, reference, created_at) values (?1, ?2, ?3, 0, 0, 0, 0, ?4, ?5)");
    private readonly PreparedStatement refer = new(connection, "update conversation set reference = ?2 where id = ?1");
    private readonly PreparedStatement repeat = new(connection, "select sequence, fingerprint from message where conversation_id = ?1 and client_id = ?2");
    private readonly PreparedStatement insert = new(connection, "insert into message (conversation_id, sequence, at, sender, reply_to, client_id, fingerprint, turn_pending, body, channel_data) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) on conflict do nothing");
    private readonly PreparedStatement advance = new(connection, "update conversation set last_sequence = ?2, last_at = ?3 where id = ?1");
    private readonly PreparedStatement turn = new(connection, "update conversation set last_sequence = ?2, last_at = ?3, version = version + 1, state = ?4, owner = ?5 where id = ?1");
    private readonly PreparedStatement answered = new(connection, "update message set turn_pending = 0 where conversation_id = ?1 and sequence = ?2");
    private readonly PreparedStatement file = new(connection, "insert into file (id, conversation_id, content_type, name, content, created_at) values (?1, ?2, ?3, ?4, ?5, ?6)");
    private readonly PreparedStatement outbox = new(connection, "insert into outbox (kind, conversation_id, sequence, due_at, payload) values (?1, ?2, ?3, ?4, ?5)");

    public AppendResult Append(Append append)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        Tail? found = Find(append.ConversationId);
        if (found is null && append.Opening is null)
        {
            return new AppendResult(AppendOutcome.Missing);
        }

        Tail tail = found ?? new Tail(0, 0, 0, append.Opening?.Reference);
        if (append.Turn is { } decided && decided.ExpectedVersion != tail.Version)
        {
            return Repeat(append) ?? new AppendResult(AppendOutcome.Clash);
        }

        if (found is null)
        {
            open.Bind(append.ConversationId).Bind(append.Opening?.Channel).Bind(append.Opening?.UserId).Bind(append.Opening?.Reference).Bind(now).Execute();
        }

        long last = tail.LastSequence;
        long first = Math.Max(now, tail.LastAt + 1);
        long at = first;
        for (int index = 0; index < append.Messages.Count; index++, at++)
        {
            // Only the first message can carry a client id, so nothing else has been written when it turns out a repeat.
            if (!Insert(append, index, tail.LastSequence, ++last, at))
            {
                return Repeat(append) ?? throw new InvalidDataException($"Sequence {last} is taken twice.");
            }
        }

        Finish(append, last, at - 1, found is null ? null : tail, now);
        return new AppendResult(AppendOutcome.Stored, tail.LastSequence + 1, DateTimeOffset.FromUnixTimeMilliseconds(first), found is null);
    }

    public void Dispose()
    {
        foreach (PreparedStatement statement in (ReadOnlySpan<PreparedStatement>)[find, open, refer, repeat, insert, advance, turn, answered, file, outbox])
        {
            statement.Dispose();
        }
    }

    private Tail? Find(string conversationId)
    {
        using PreparedStatement.Rows row = find.Bind(conversationId).Query();
        return row.Next() ? new Tail(row.Integer(0), row.Integer(1), row.Integer(2), row.OptionalBlob(3)) : null;
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

    private bool Insert(Append append, int index, long before, long sequence, long at)
    {
        NewMessage message = append.Messages[index];
        long replyTo = message.ReplyTo == NewMessage.FirstOfThisAppend ? before + 1 : message.ReplyTo;
        return insert.Bind(append.ConversationId).Bind(sequence).Bind(at).Bind((long)message.Sender).Bind(replyTo).Bind(message.ClientId).Bind(message.Fingerprint).Bind(message.TurnPending ? 1 : 0).Bind(message.Body).Bind(message.ChannelData).Execute() == 1;
    }

    private void Finish(Append append, long last, long at, Tail? existing, long now)
    {
        if (append.Turn is { } decided)
        {
            turn.Bind(append.ConversationId).Bind(last).Bind(at).Bind(decided.State).Bind((long)decided.Owner).Execute();
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

    private sealed record Tail(long LastSequence, long LastAt, long Version, byte[]? Reference);
}
