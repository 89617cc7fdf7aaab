using Npgsql;
using SupportBot.Conversations;

namespace SupportBot.Storage.Postgres;

/// <summary>Conversations on PostgreSQL.</summary>
internal sealed class PostgresConversationStore(PostgresWork work, AppendLoop appends, TimeProvider time) : IConversationStore
{
    private const string Find = "select channel, user_id, last_sequence, version, owner, state, reference from conversation where id = $1";
    private const string Last = "select id, last_sequence from conversation where id = any ($1)";
    private const string Read = $"select {MessageRow.Columns} from message m where conversation_id = $1 and sequence > $2 order by sequence limit $3";
    private const string ReadParts = $"""
        select {MessageRow.Columns} from unnest($1, $2, $3) with ordinality part (id, first_sequence, last_sequence, place)
        join message m on m.conversation_id = part.id and m.sequence between part.first_sequence and part.last_sequence
        order by part.place, m.sequence
        """;

    private const string ReadBack = $"select {MessageRow.Columns} from message m where conversation_id = $1 and sequence < $2 order by sequence desc limit $3";
    private const string Pending = $"select {MessageRow.Columns} from pending_turn p join message m using (conversation_id, sequence) where p.conversation_id = $1 order by p.sequence limit $2";
    private const string Replies = $"select {MessageRow.Columns} from message m where conversation_id = $1 and sequence > $2 and reply_to = $2 order by sequence limit 100";
    private const string Unanswered = "select distinct conversation_id from pending_turn limit $1";
    private const string FindFile = "select content_type, name, content from file where id = $1";
    private const string KeepFile = "insert into file (id, conversation_id, content_type, name, content, created_at) values ($1, '', $2, $3, $4, $5)";

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellation) => appends.AppendAsync(append, cancellation);

    public async ValueTask<Conversation?> FindAsync(string conversationId, CancellationToken cancellation)
    {
        IReadOnlyList<Conversation> found = await work.RowsAsync(
            Find,
            values => values.With(AppendCall.Storable(conversationId)),
            row => new Conversation(conversationId, row.GetString(0), row.OptionalText(1), row.GetInt64(2), row.GetInt64(3), (Owner)row.GetInt64(4), row.OptionalBlob(5), row.OptionalBlob(6)),
            cancellation);
        return found is [var one] ? one : null;
    }

    public ValueTask<IReadOnlyList<(string ConversationId, long LastSequence)>> LastSequencesAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation) =>
        work.RowsAsync(Last, values => values.With(conversationIds), row => (row.GetString(0), row.GetInt64(1)), cancellation);

    public ValueTask<IReadOnlyList<Message>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation) =>
        MessagesAsync(Read, values => values.With(conversationId).With(after).With(limit), cancellation);

    public ValueTask<IReadOnlyList<Message>> ReadAsync(IReadOnlyCollection<LogPart> parts, CancellationToken cancellation) => MessagesAsync(
        ReadParts,
        values => values.With([.. parts.Select(part => part.ConversationId)]).With([.. parts.Select(part => part.First)]).With([.. parts.Select(part => part.Last)]),
        cancellation);

    public async ValueTask<IReadOnlyList<Message>> ReadBackAsync(string conversationId, long before, int limit, CancellationToken cancellation) =>
        [.. (await MessagesAsync(ReadBack, values => values.With(conversationId).With(before).With(limit), cancellation)).Reverse()];

    public ValueTask<IReadOnlyList<Message>> PendingAsync(string conversationId, int limit, CancellationToken cancellation) =>
        MessagesAsync(Pending, values => values.With(conversationId).With(limit), cancellation);

    public ValueTask<IReadOnlyList<Message>> RepliesAsync(string conversationId, long sequence, CancellationToken cancellation) =>
        MessagesAsync(Replies, values => values.With(conversationId).With(sequence), cancellation);

    public ValueTask<IReadOnlyList<string>> UnansweredAsync(int limit, CancellationToken cancellation) =>
        work.RowsAsync(Unanswered, values => values.With(limit), row => row.GetString(0), cancellation);

    public async ValueTask<StoredFile?> FileAsync(string fileId, CancellationToken cancellation)
    {
        IReadOnlyList<StoredFile> found = await work.RowsAsync(
            FindFile,
            values => values.With(AppendCall.Storable(fileId)),
            row => new StoredFile(fileId, row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2)),
            cancellation);
        return found is [var one] ? one : null;
    }

    public Task KeepFileAsync(StoredFile file, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            await using NpgsqlCommand command = new(KeepFile, connection);
            command.Parameters.With(file.Id).With(AppendCall.Storable(file.ContentType)).With(AppendCall.Storable(file.Name)).With(file.Content).With(time.GetUtcNow().ToUnixTimeMilliseconds());
            return await command.ExecuteNonQueryAsync(CancellationToken.None);
        },
        cancellation);

    private ValueTask<IReadOnlyList<Message>> MessagesAsync(string sql, Action<NpgsqlParameterCollection> bind, CancellationToken cancellation) =>
        work.RowsAsync(sql, bind, row => MessageRow.Read(row, 0), cancellation);
}
