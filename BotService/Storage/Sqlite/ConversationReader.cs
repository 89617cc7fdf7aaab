using Microsoft.Data.Sqlite;
using SupportBot.Conversations;

namespace SupportBot.Storage.Sqlite;

/// <summary>One reading connection with its statements; used by one reader at a time.</summary>
internal sealed class ConversationReader(SqliteConnection connection) : IDisposable
{
    private const string MessageColumns = "sequence, at, sender, client_id, reply_to, body, channel_data";

    private readonly PreparedStatement find = new(connection, "select channel, user_id, last_sequence, version, owner, state, reference from conversation where id = ?1");
    private readonly PreparedStatement last = new(connection, "select last_sequence from conversation where id = ?1");
    private readonly PreparedStatement read = new(connection, $"select {MessageColumns} from message where conversation_id = ?1 and sequence > ?2 order by sequence limit ?3");
    private readonly PreparedStatement readBack = new(connection, $"select {MessageColumns} from message where conversation_id = ?1 and sequence < ?2 order by sequence desc limit ?3");
    private readonly PreparedStatement pending = new(connection, $"select {MessageColumns} from message where conversation_id = ?1 and turn_pending = 1 order by sequence limit ?2");
    private readonly PreparedStatement replies = new(connection, $"select {MessageColumns} from message where conversation_id = ?1 and sequence > ?2 and reply_to = ?2 order by sequence limit 100");
    private readonly PreparedStatement unanswered = new(connection, "select distinct conversation_id from message where turn_pending = 1 limit ?1");
    private readonly PreparedStatement file = new(connection, "select content_type, name, content from file where id = ?1");

    public Conversation? Find(string id)
    {
        using PreparedStatement.Rows row = find.Bind(id).Query();
        return row.Next()
            ? new Conversation(id, row.Text(0), row.OptionalText(1), row.Integer(2), row.Integer(3), (Owner)row.Integer(4), row.OptionalBlob(5), row.OptionalBlob(6))
            : null;
    }

    public IReadOnlyList<(string ConversationId, long LastSequence)> LastSequences(IReadOnlyCollection<string> ids)
    {
        List<(string, long)> found = new(ids.Count);
        foreach (string id in ids)
        {
            using PreparedStatement.Rows row = last.Bind(id).Query();
            if (row.Next())
            {
                found.Add((id, row.Integer(0)));
            }
        }

        return found;
    }

    public IReadOnlyList<Message> Read(string id, long after, int limit) => Messages(id, read.Bind(id).Bind(after).Bind(limit));

    public IReadOnlyList<Message> Read(IReadOnlyCollection<LogPart> parts)
    {
        List<Message> messages = [];
        foreach (LogPart part in parts)
        {
            messages.AddRange(Read(part.ConversationId, part.First - 1, (int)(part.Last - part.First + 1)));
        }

        return messages;
    }

    public IReadOnlyList<Message> ReadBack(string id, long before, int limit)
    {
        List<Message> messages = Messages(id, readBack.Bind(id).Bind(before).Bind(limit));
        messages.Reverse();
        return messages;
    }

    public IReadOnlyList<Message> Pending(string id, int limit) => Messages(id, pending.Bind(id).Bind(limit));

    public IReadOnlyList<Message> Replies(string id, long sequence) => Messages(id, replies.Bind(id).Bind(sequence));

    public IReadOnlyList<string> Unanswered(int limit)
    {
        using PreparedStatement.Rows row = unanswered.Bind(limit).Query();
        List<string> ids = [];
        while (row.Next())
        {
            ids.Add(row.Text(0));
        }

        return ids;
    }

    public StoredFile? File(string id)
    {
        using PreparedStatement.Rows row = file.Bind(id).Query();
        return row.Next() ? new StoredFile(id, row.Text(0), row.Text(1), row.Blob(2)) : null;
    }

    public void Dispose()
    {
        foreach (PreparedStatement statement in (ReadOnlySpan<PreparedStatement>)[find, last, read, readBack, pending, replies, unanswered, file])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private static List<Message> Messages(string id, PreparedStatement statement)
    {
        using PreparedStatement.Rows row = statement.Query();
        List<Message> messages = [];
        while (row.Next())
        {
            messages.Add(new Message(
                id,
                row.Integer(0),
                DateTimeOffset.FromUnixTimeMilliseconds(row.Integer(1)),
                (Sender)row.Integer(2),
                row.OptionalText(3),
                row.Integer(4),
                row.Blob(5),
                row.OptionalBlob(6)));
        }

        return messages;
    }
}
