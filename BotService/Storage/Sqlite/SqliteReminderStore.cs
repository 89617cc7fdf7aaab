using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Outreach.Reminders;

namespace SupportBot.Storage.Sqlite;

/// <summary>Reminders on SQLite. Everything that writes goes through the commit loop, so that two claims never meet.</summary>
internal sealed class SqliteReminderStore(SqliteReads reads, CommitLoop commits, TimeProvider time) : IReminderStore
{
    private const string Set = """
        insert into reminder (conversation_id, reference, due_at, text, locale) values (@ConversationId, @Reference, @dueAt, @Text, @Locale)
        on conflict do nothing
        """;

    private const string Move = """
        update reminder set due_at = @dueAt, leased_until = 0 where conversation_id = @conversationId and reference = @reference and status = 0
        """;

    private const string Drop = "update reminder set status = 2 where conversation_id = @conversationId and reference = @reference and status = 0";

    private const string Pending = """
        select conversation_id as ConversationId, reference, due_at as DueAt, text, locale from reminder
        where conversation_id = @conversationId and status = 0 order by due_at limit @limit
        """;

    private const string Claim = """
        update reminder set leased_until = @until
        where (conversation_id, reference) in (
          select conversation_id, reference from reminder where status = 0 and due_at <= @now and leased_until <= @now order by due_at limit @limit)
        returning conversation_id as ConversationId, reference, due_at as DueAt, text, locale
        """;

    private const string Settle = """
        update reminder set status = @status where conversation_id = @ConversationId and reference = @Reference and due_at = @dueAt and status = 0
        """;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public async Task SetAsync(ReminderRow row, CancellationToken cancellation) =>
        await WriteAsync(Set, new { row.ConversationId, row.Reference, dueAt = row.DueAt.ToUnixTimeMilliseconds(), row.Text, row.Locale }, cancellation);

    public async Task MoveAsync(string conversationId, string reference, DateTimeOffset dueAt, CancellationToken cancellation) =>
        await WriteAsync(Move, new { conversationId, reference, dueAt = dueAt.ToUnixTimeMilliseconds() }, cancellation);

    public async Task DropAsync(string conversationId, string reference, CancellationToken cancellation) =>
        await WriteAsync(Drop, new { conversationId, reference }, cancellation);

    public ValueTask<IReadOnlyList<ReminderRow>> PendingAsync(string conversationId, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => Rows(connection.Query<Stored>(Pending, new { conversationId, limit }))));

    public async Task<IReadOnlyList<ReminderRow>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        IReadOnlyList<ReminderRow> claimed = [];
        await commits.WriteAsync(
            connection =>
            {
                long now = Now;
                claimed = Rows(connection.Query<Stored>(Claim, new { now, until = now + (long)lease.TotalMilliseconds, limit }).OrderBy(row => row.DueAt));
                return claimed.Count;
            },
            cancellation);
        return claimed;
    }

    public Task SettleAsync(IReadOnlyList<(ReminderRow Row, ReminderStatus Status)> settled, CancellationToken cancellation) => settled.Count == 0 ? Task.CompletedTask
        : WriteAsync(Settle, settled.Select(one => new { one.Row.ConversationId, one.Row.Reference, dueAt = one.Row.DueAt.ToUnixTimeMilliseconds(), status = (long)one.Status }), cancellation);

    private static IReadOnlyList<ReminderRow> Rows(IEnumerable<Stored> stored) =>
        [.. stored.Select(row => new ReminderRow(row.ConversationId, row.Reference, DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt), row.Text, row.Locale))];

    private Task<int> WriteAsync(string sql, object values, CancellationToken cancellation) =>
        commits.WriteAsync((SqliteConnection connection) => connection.Execute(sql, values), cancellation);

    private sealed record Stored(string ConversationId, string Reference, long DueAt, string Text, string Locale);
}
