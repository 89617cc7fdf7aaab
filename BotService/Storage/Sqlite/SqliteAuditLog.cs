using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access.Audit;

namespace SupportBot.Storage.Sqlite;

/// <summary>The audit on SQLite. The commit loop writes one row after the other, which keeps the chain straight.</summary>
internal sealed class SqliteAuditLog(SqliteReads reads, CommitLoop commits, TimeProvider time) : IAuditLog
{
    private const int Page = 1_000;

    private const string Columns = "id, at, actor_id as ActorId, actor_name as ActorName, action, target, detail, hash";

    private const string Filtered = $"""
        select {Columns} from audit
        where id < @before
          and (@actor is null or actor_id = @actor) and (@action is null or action = @action)
          and (@from is null or at >= @from) and (@to is null or at < @to)
        order by id desc limit @limit
        """;

    private const string Insert = """
        insert into audit (id, at, actor_id, actor_name, action, target, detail, hash) values (@id, @at, @ActorId, @ActorName, @Action, @Target, @Detail, @hash);
        update audit_head set id = @id, hash = @hash;
        """;

    public Task WriteAsync(AuditEntry entry, CancellationToken cancellation) =>
        commits.WriteAsync(connection => Write(connection, entry, time.GetUtcNow()), cancellation);

    public ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter, long before, int limit, CancellationToken cancellation)
    {
        var values = new { before, limit, actor = filter.Actor, action = filter.Action, from = filter.From?.ToUnixTimeMilliseconds(), to = filter.To?.ToUnixTimeMilliseconds() };
        return ValueTask.FromResult<IReadOnlyList<AuditRecord>>(reads.Read(connection => connection.Query<AuditRow>(Filtered, values).Select(row => row.Record()).ToList()));
    }

    public ValueTask<AuditCheck> CheckAsync(CancellationToken cancellation) => ValueTask.FromResult(reads.Read(connection =>
    {
        // One snapshot, so that a row written meanwhile is not taken for a broken end.
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        return Check(connection, snapshot, cancellation);
    }));

    /// <summary>Writes a row with the change it tells of, inside the commit loop's transaction.</summary>
    public static long Write(SqliteConnection connection, AuditEntry entry, DateTimeOffset now)
    {
        (long last, byte[] before) = connection.QuerySingle<(long, byte[])>("select id, hash from audit_head");
        long id = last + 1;
        DateTimeOffset at = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        byte[] hash = AuditRecord.HashOf(before, id, at, entry);
        connection.Execute(Insert, new { id, at = at.ToUnixTimeMilliseconds(), entry.ActorId, entry.ActorName, entry.Action, entry.Target, entry.Detail, hash });
        return id;
    }

    private static AuditCheck Check(SqliteConnection connection, SqliteTransaction snapshot, CancellationToken cancellation)
    {
        byte[] before = AuditRecord.Beginning;
        long good = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            List<AuditRecord> page = [.. connection.Query<AuditRow>($"select {Columns} from audit where id > @good order by id limit {Page}", new { good }, snapshot).Select(row => row.Record())];
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
                (long end, byte[] head) = connection.QuerySingle<(long, byte[])>("select id, hash from audit_head", transaction: snapshot);
                return new AuditCheck(good, end == good && head.AsSpan().SequenceEqual(before) ? null : good + 1);
            }
        }
    }
}
