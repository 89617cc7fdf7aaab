using System.Data;
using Dapper;
using Npgsql;
using SupportBot.Access.Audit;

namespace SupportBot.Storage.Postgres;

/// <summary>The audit on PostgreSQL. Whoever writes a row locks the chain's end, which keeps it straight.</summary>
internal sealed class PostgresAuditLog(PostgresWork work, TimeProvider time) : IAuditLog
{
    private const int Page = 1_000;

    private const string Columns = "id, at, actor_id as ActorId, actor_name as ActorName, action, target, detail, hash";

    private const string Filtered = $"""
        select {Columns} from audit
        where id < @before
          and (@actor::text is null or actor_id = @actor) and (@action::text is null or action = @action)
          and (@from::bigint is null or at >= @from) and (@to::bigint is null or at < @to)
        order by id desc limit @limit
        """;

    private const string Insert = """
        insert into audit (id, at, actor_id, actor_name, action, target, detail, hash) values (@id, @at, @ActorId, @ActorName, @Action, @Target, @Detail, @hash);
        update audit_head set id = @id, hash = @hash;
        """;

    public Task WriteAsync(AuditEntry entry, CancellationToken cancellation) =>
        work.WriteAsync(connection => WriteAsync(connection, entry, time.GetUtcNow()), cancellation);

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter, long before, int limit, CancellationToken cancellation)
    {
        var values = new { before, limit, actor = filter.Actor, action = filter.Action, from = filter.From?.ToUnixTimeMilliseconds(), to = filter.To?.ToUnixTimeMilliseconds() };
        return work.ReadAsync<IReadOnlyList<AuditRecord>>(
            async connection => [.. (await connection.QueryAsync<AuditRow>(Filtered, values)).Select(row => row.Record())],
            cancellation);
    }

    public ValueTask<AuditCheck> CheckAsync(CancellationToken cancellation) => work.ReadAsync(
        async connection =>
        {
            // One snapshot, so that a row written meanwhile is not taken for a broken end.
            await using NpgsqlTransaction snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            return await CheckAsync(connection, cancellation);
        },
        cancellation);

    /// <summary>Writes a row with the change it tells of, as the last of its transaction.</summary>
    public static async Task<long> WriteAsync(NpgsqlConnection connection, AuditEntry entry, DateTimeOffset now)
    {
        (long last, byte[] before) = await connection.QuerySingleAsync<(long, byte[])>("select id, hash from audit_head for update");
        long id = last + 1;
        DateTimeOffset at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        byte[] hash = AuditRecord.HashOf(before, id, at, entry);
        await connection.ExecuteAsync(Insert, new { id, at = at.ToUnixTimeMilliseconds(), entry.ActorId, entry.ActorName, entry.Action, entry.Target, entry.Detail, hash });
        return id;
    }

    private static async Task<AuditCheck> CheckAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        byte[] before = AuditRecord.Beginning;
        long good = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            List<AuditRecord> page = [.. (await connection.QueryAsync<AuditRow>($"select {Columns} from audit where id > @good order by id limit {Page}", new { good })).Select(row => row.Record())];
            foreach (AuditRecord record in page)
            {
                byte[] hash = AuditRecord.HashOf(before, good + 1, record.At, record.Entry);
                if (record.Id != good + 1 || !hash.AsSpan().SequenceEqual(record.Hash))
                {
                    return new AuditCheck(good, good + 1);
                }

                (before, good) = (hash, record.Id);
            }

            if (page.Count < Page)
            {
                (long end, byte[] head) = await connection.QuerySingleAsync<(long, byte[])>("select id, hash from audit_head");
                return new AuditCheck(good, end == good && head.AsSpan().SequenceEqual(before) ? null : good + 1);
            }
        }
    }
}
