using Dapper;
using Npgsql;
using SupportBot.Outreach.Reminders;

namespace SupportBot.Storage.Postgres;

/// <summary>Reminders on PostgreSQL: what another node is claiming is passed over.</summary>
internal sealed class PostgresReminderStore(PostgresWork work, TimeProvider time) : IReminderStore
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

    /// <summary>Its plan is looked at by tests.</summary>
    public const string Claim = """
        with due as materialized (
          select conversation_id, reference from reminder
          where status = 0 and due_at <= @now and leased_until <= @now order by due_at limit @limit for update skip locked)
        update reminder r set leased_until = @until from due
        where r.conversation_id = due.conversation_id and r.reference = due.reference
        returning r.conversation_id as ConversationId, r.reference, r.due_at as DueAt, r.text, r.locale
        """;

    private const string Settle = """
        update reminder r set status = s.status from unnest($1, $2, $3, $4) s (conversation, reference, due_at, status)
        where r.conversation_id = s.conversation and r.reference = s.reference and r.due_at = s.due_at and r.status = 0
        """;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Task SetAsync(ReminderRow row, CancellationToken cancellation) =>
        WriteAsync(Set, new { row.ConversationId, row.Reference, dueAt = row.DueAt.ToUnixTimeMilliseconds(), row.Text, row.Locale }, cancellation);

    public Task MoveAsync(string conversationId, string reference, DateTimeOffset dueAt, CancellationToken cancellation) =>
        WriteAsync(Move, new { conversationId, reference, dueAt = dueAt.ToUnixTimeMilliseconds() }, cancellation);

    public Task DropAsync(string conversationId, string reference, CancellationToken cancellation) =>
        WriteAsync(Drop, new { conversationId, reference }, cancellation);

    public ValueTask<IReadOnlyList<ReminderRow>> PendingAsync(string conversationId, int limit, CancellationToken cancellation) => work.ReadAsync(
        async connection => Rows(await connection.QueryAsync<Stored>(Pending, new { conversationId, limit })),
        cancellation);

    public Task<IReadOnlyList<ReminderRow>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation)
    {
        long now = Now;
        var values = new { now, until = now + (long)lease.TotalMilliseconds, limit };
        return work.WriteAsync(
            async connection =>
            {
                await PostgresWork.PlanByKeysAsync(connection);
                return Rows((await connection.QueryAsync<Stored>(Claim, values)).OrderBy(row => row.DueAt));
            },
            cancellation);
    }

    public Task SettleAsync(IReadOnlyList<(ReminderRow Row, ReminderStatus Status)> settled, CancellationToken cancellation) => settled.Count == 0 ? Task.CompletedTask : work.WriteAsync(
        async connection =>
        {
            await PostgresWork.PlanByKeysAsync(connection);
            await using NpgsqlCommand command = new(Settle, connection);
            command.Parameters.Each(settled, one => one.Row.ConversationId).Each(settled, one => one.Row.Reference)
                .Each(settled, one => one.Row.DueAt.ToUnixTimeMilliseconds()).Each(settled, one => (long)one.Status);
            return await command.ExecuteNonQueryAsync(CancellationToken.None);
        },
        cancellation);

    private static IReadOnlyList<ReminderRow> Rows(IEnumerable<Stored> stored) =>
        [.. stored.Select(row => new ReminderRow(row.ConversationId, row.Reference, DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt), row.Text, row.Locale))];

    private Task<int> WriteAsync(string sql, object values, CancellationToken cancellation) => work.WriteAsync(connection => connection.ExecuteAsync(sql, values), cancellation);

    private sealed record Stored(string ConversationId, string Reference, long DueAt, string Text, string Locale);
}
