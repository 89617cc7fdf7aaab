using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access.Audit;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Storage.Sqlite;

/// <summary>The outbox on SQLite. Claims and settlements go through the commit loop, so they share commits and never race each other.</summary>
internal sealed class SqliteOutboxStore(SqliteDatabase database, CommitLoop commits, TimeProvider time) : IOutboxStore
{
    private const string Lose = """
        update outbox set status = case when @repeatable then 0 else 4 end, error = 'its sender vanished while sending'
        where kind = @kind and status = 1 and due_at <= @now
        """;

    private const string Claim = """
        update outbox set status = 1, attempts = attempts + 1, due_at = @leaseEnd
        where id in (
          select id from outbox due
          where kind = @kind and status = 0 and due_at <= @now
            and not exists (
              select 1 from outbox earlier
              where earlier.conversation_id = due.conversation_id and earlier.kind = due.kind and earlier.id < due.id and earlier.status <= 1)
          order by due_at, id
          limit @limit)
        returning id, kind, conversation_id as ConversationId, sequence, attempts, payload
        """;

    private const string Next = "select due_at from outbox where kind = @kind and status = 0 and due_at > @now order by due_at limit 1";

    // A row once called unknown is never claimed again, so its first sender may still come back and tell.
    private const string Settle = """
        update outbox set status = @status, due_at = @dueAt, error = @error, receipt = @receipt
        where id = @id and attempts = @attempts and status in (1, 4)
        """;

    private const string List = """
        select id, kind, conversation_id as ConversationId, sequence, attempts, error, receipt
        from outbox where status = @status order by id desc limit @limit
        """;

    private const string Decide = """
        update outbox set status = @to, due_at = @now where status in (3, 4, 5) and (id = @id or status = @status)
        """;

    public Task<OutboxClaim> ClaimAsync(string kind, int limit, TimeSpan lease, bool repeatable, CancellationToken cancellation) =>
        commits.WriteAsync(connection => ClaimOn(connection, kind, limit, lease, repeatable), cancellation);

    public async Task<bool> SettleAsync(OutboxRow row, OutboxSettlement settlement, CancellationToken cancellation)
    {
        // SQLite's parameters are case-sensitive.
        var values = new { id = row.Id, attempts = row.Attempts, status = settlement.Status, dueAt = settlement.DueAt.ToUnixTimeMilliseconds(), error = settlement.Error, receipt = settlement.Receipt };
        return await commits.WriteAsync(connection => connection.Execute(Settle, values), cancellation) == 1;
    }

    public async ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxStatus status, int limit, CancellationToken cancellation)
    {
        using SqliteConnection connection = database.Open();
        return [.. await connection.QueryAsync<OutboxEntry>(new CommandDefinition(List, new { status, limit }, cancellationToken: cancellation))];
    }

    public Task<int> DecideAsync(StuckRows rows, bool send, AuditEntry by, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            DateTimeOffset now = time.GetUtcNow();
            var values = new { id = rows.Id, status = (long?)rows.Status, to = (long)(send ? OutboxStatus.Due : OutboxStatus.Dropped), now = now.ToUnixTimeMilliseconds() };
            int decided = connection.Execute(Decide, values);
            if (decided > 0)
            {
                SqliteAuditLog.Write(connection, by, now);
            }

            return decided;
        },
        cancellation);

    private OutboxClaim ClaimOn(SqliteConnection connection, string kind, int limit, TimeSpan lease, bool repeatable)
    {
        DateTimeOffset at = time.GetUtcNow();
        long now = at.ToUnixTimeMilliseconds();
        int lost = connection.Execute(Lose, new { kind, now, repeatable });
        IEnumerable<OutboxRow> rows = connection.Query<OutboxRow>(Claim, new { kind, now, limit, leaseEnd = (at + lease).ToUnixTimeMilliseconds() });
        long? next = connection.QueryFirstOrDefault<long?>(Next, new { kind, now });
        return new OutboxClaim([.. rows.OrderBy(row => row.Id)], lost, next is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null);
    }
}
