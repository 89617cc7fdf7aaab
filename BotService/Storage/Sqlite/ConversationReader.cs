using Microsoft.Data.Sqlite;
using SupportBot.Conversations;

namespace SupportBot.Storage.Sqlite;

/// <summary>One reading connection with its statements; used by one reader at a time.</summary>
internal sealed class ConversationReader(SqliteConnection connection) : IDisposable
{
    private const string MessageColumns = "sequence, at, sender, client_id, reply_to, body, channel_data";

    private readonly PreparedStatement find = new(connection, "select channel, user_id, last_sequence, version, owner, state, reference from conversation where id = $1", 1);
    private readonly PreparedStatement read = new(connection, $"select {MessageColumns} from message where conversation_id = $1 and sequence > $2 order by sequence limit $3", 3);
    private readonly PreparedStatement pending = new(connection, $"select {MessageColumns} from message where conversation_id = $1 and turn_pending = 1 order by sequence limit $2", 2);
    private readonly PreparedStatement replies = new(connection, $"select {MessageColumns} from message where conversation_id = $1 and sequence > $2 and reply_to = $2 order by sequence limit 100", 2);
    private readonly PreparedStatement unanswered = new(connection, "select distinct conversation_id from message where turn_pending = 1 limit $1", 1);
    private readonly PreparedStatement file = new(connection, "select content_type, name, content from file where id = $1", 1);

    public Conversation? Find(string id)
    {
        using SqliteDataReader row = find.Bind(id).Read();
        return row.Read()
            ? new Conversation(id, row.GetString(0), Text(row, 1), row.GetInt64(2), row.GetInt64(3), (Owner)row.GetInt32(4), Blob(row, 5), Blob(row, 6))
            : null;
    }

    public IReadOnlyList<Message> Read(string id, long after, int limit) => Messages(id, read.Bind(id, after, limit));

    public IReadOnlyList<Message> Pending(string id, int limit) => Messages(id, pending.Bind(id, limit));

    public IReadOnlyList<Message> Replies(string id, long sequence) => Messages(id, replies.Bind(id, sequence));

    public IReadOnlyList<string> Unanswered(int limit)
    {
        using SqliteDataReader row = unanswered.Bind(limit).Read();
        List<string> ids = [];
        while (row.Read())
        {
            ids.Add(row.GetString(0));
        }

        return ids;
    }

    public StoredFile? File(string id)
    {
        using SqliteDataReader row = file.Bind(id).Read();
        return row.Read() ? new StoredFile(id, row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2)) : null;
    }

    public void Dispose()
    {
        foreach (PreparedStatement statement in (ReadOnlySpan<PreparedStatement>)[find, read, pending, replies, unanswered, file])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private static List<Message> Messages(string id, PreparedStatement statement)
    {
        using SqliteDataReader row = statement.Read();
        List<Message> messages = [];
        while (row.Read())
        {
            messages.Add(new Message(
                id,
                row.GetInt64(0),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)),
                (Sender)row.GetInt32(2),
                Text(row, 3),
                row.GetInt64(4),
                row.GetFieldValue<byte[]>(5),
                Blob(row, 6)));
        }

        return messages;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static byte[]? Blob(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
