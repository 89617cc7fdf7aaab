using Dapper;
using Npgsql;
using SupportBot.Access.Audit;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Storage.Postgres;

/// <summary>The outbox on PostgreSQL: what another node is about to claim is passed over, not waited for.</summary>
internal sealed class PostgresOutboxStore(PostgresWork work, TimeProvider time) : IOutboxStore
{
    private const string Lose = """
        update outbox set status = case when @repeatable then 0 else 4 end, error = 'its sender vanished while sending'
        where id = any (array(select id from outbox where kind = @kind and status = 1 and due_at <= @now for update skip locked))
        """;

    // A row is its conversation's next one as long as no earlier one is open. An earlier one only ever closes, so that what
    // was seen when the row was chosen still holds when it is locked.
    private const string Claim = """
        update outbox set status = 1, attempts = attempts + 1, due_at = @leaseEnd
        where id = any (array(
          select id from outbox due
          where kind = @kind and status = 0 and due_at <= @now
            and not exists (
              select 1 from outbox earlier
              where earlier.conversation_id = due.conversation_id and earlier.kind = due.kind and earlier.id < due.id and earlier.status <= 1)
          order by due_at, id
          limit @limit
          for update skip locked))
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
        work.WriteAsync(connection => ClaimOnAsync(connection, kind, limit, lease, repeatable), cancellation);

    public async Task<bool> SettleAsync(OutboxRow row, OutboxSettlement settlement, CancellationToken cancellation)
    {
        var values = new
        {
            id = row.Id,
            attempts = row.Attempts,
            status = (long)settlement.Status,
            dueAt = settlement.DueAt.ToUnixTimeMilliseconds(),
            error = AppendCall.Storable(settlement.Error),
            receipt = AppendCall.Storable(settlement.Receipt),
        };
        return await work.WriteAsync(connection => connection.ExecuteAsync(Settle, values), cancellation) == 1;
    }

    public ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxStatus status, int limit, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<OutboxEntry>>(
        async connection => [.. await connection.QueryAsync<OutboxEntry>(List, new { status = (long)status, limit })],
        cancellation);

    public Task<int> DecideAsync(StuckRows rows, bool send, AuditEntry by, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            DateTimeOffset now = time.GetUtcNow();
            var values = new { id = rows.Id, status = (long?)rows.Status, to = (long)(send ? OutboxStatus.Due : OutboxStatus.Dropped), now = now.ToUnixTimeMilliseconds() };
            int decided = await connection.ExecuteAsync(Decide, values);
            if (decided > 0)
            {
                await PostgresAuditLog.WriteAsync(connection, by, now);
            }

            return decided;
        },
        cancellation);

    private async Task<OutboxClaim> ClaimOnAsync(NpgsqlConnection connection, string kind, int limit, TimeSpan lease, bool repeatable)
    {
        DateTimeOffset at = time.GetUtcNow();
        long now = at.ToUnixTimeMilliseconds();
        int lost = await connection.ExecuteAsync(Lose, new { kind, now, repeatable });
        IEnumerable<OutboxRow> rows = await connection.QueryAsync<OutboxRow>(Claim, new { kind, now, limit, leaseEnd = (at + lease).ToUnixTimeMilliseconds() });
        long? next = await connection.QueryFirstOrDefaultAsync<long?>(Next, new { kind, now });
        return new OutboxClaim([.. rows.OrderBy(row => row.Id)], lost, next is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null);
    }
}
