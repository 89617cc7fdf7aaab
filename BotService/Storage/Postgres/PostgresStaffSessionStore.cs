using Dapper;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.Storage.Postgres;

/// <summary>Sessions of staff on PostgreSQL.</summary>
internal sealed class PostgresStaffSessionStore(PostgresWork work, TimeProvider time) : IStaffSessionStore
{
    private static readonly TimeSpan AttemptsKept = TimeSpan.FromDays(1);

    private const string Columns = "session.id as SessionId, session.staff_id as StaffId, session.created_at as StartedAt, session.seen_at as SeenAt, session.expires_at as ExpiresAt, session.address, session.agent";
    private const string Live = "session.expires_at > @now and session.seen_at > @idleSince and staff.active = 1";
    private const string Joined = "staff_session session join staff on staff.id = session.staff_id";

    private const string Count = """
        insert into staff_attempt (key, failures, wait_till, at) values (@key, @failures, @waitTill, @now)
        on conflict (key) do update set failures = @failures, wait_till = @waitTill, at = @now
        """;

    private const string Insert = """
        delete from staff_session where expires_at <= @now or seen_at <= @idleSince;
        insert into staff_session (id, key_hash, staff_id, created_at, seen_at, expires_at, address, agent) values (@Id, @keyHash, @StaffId, @now, @now, @expiresAt, @Address, @Agent);
        update staff set seen_at = @now where id = @StaffId;
        """;

    private const string Touch = """
        update staff_session set seen_at = @now where id = @sessionId;
        update staff set seen_at = @now where id = (select staff_id from staff_session where id = @sessionId);
        """;

    public Task<bool> BeginAttemptAsync(byte[] key, StaffOptions options, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            DateTimeOffset at = time.GetUtcNow();
            long now = at.ToUnixTimeMilliseconds();
            await connection.ExecuteAsync("delete from staff_attempt where at < @old", new { old = (at - AttemptsKept).ToUnixTimeMilliseconds() });
            (long failed, long till) = await connection.QueryFirstOrDefaultAsync<(long, long)>("select failures, wait_till from staff_attempt where key = @key", new { key });
            if (till > now)
            {
                return false;
            }

            int failures = (int)failed + 1;
            await connection.ExecuteAsync(Count, new { key, failures, waitTill = (at + options.WaitAfter(failures)).ToUnixTimeMilliseconds(), now });
            return true;
        },
        cancellation,
        Room.Staff);

    public Task ForgetAttemptsAsync(byte[] key, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync("delete from staff_attempt where key = @key", new { key }), cancellation);

    public Task AddAsync(StaffSession session, byte[] keyHash, AuditEntry audit, TimeSpan idle, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            DateTimeOffset at = time.GetUtcNow();
            await connection.ExecuteAsync(Insert, new
            {
                session.Id,
                keyHash,
                session.StaffId,
                now = at.ToUnixTimeMilliseconds(),
                idleSince = (at - idle).ToUnixTimeMilliseconds(),
                expiresAt = session.ExpiresAt.ToUnixTimeMilliseconds(),
                session.Address,
                session.Agent,
            });
            return await PostgresAuditLog.WriteAsync(connection, audit, at);
        },
        cancellation,
        Room.Staff);

    public ValueTask<(StaffSession Session, StaffUser User)?> FindAsync(byte[] keyHash, TimeSpan idle, CancellationToken cancellation) => work.ReadAsync(
        async connection =>
        {
            (long now, long idleSince) = Bounds(idle);
            IEnumerable<(StaffSession, StaffUser)?> found = await connection.QueryAsync<StaffSessionRow, StaffRow, (StaffSession, StaffUser)?>(
                $"select {Columns}, {StaffRow.Columns} from {Joined} where session.key_hash = @keyHash and {Live}",
                (row, user) => (row.Session(), user.User()),
                new { keyHash, now, idleSince },
                splitOn: "id");
            return found.FirstOrDefault();
        },
        cancellation);

    public Task TouchAsync(string sessionId, CancellationToken cancellation) =>
        work.WriteAsync(connection => connection.ExecuteAsync(Touch, new { sessionId, now = time.GetUtcNow().ToUnixTimeMilliseconds() }), cancellation);

    public ValueTask<IReadOnlyList<StaffSession>> OfAsync(string staffId, TimeSpan idle, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<StaffSession>>(
        async connection =>
        {
            (long now, long idleSince) = Bounds(idle);
            IEnumerable<StaffSessionRow> rows = await connection.QueryAsync<StaffSessionRow>(
                $"select {Columns} from {Joined} where session.staff_id = @staffId and {Live} order by session.seen_at desc", new { staffId, now, idleSince });
            return [.. rows.Select(row => row.Session())];
        },
        cancellation);

    public ValueTask<IReadOnlySet<string>> LiveAsync(IReadOnlyCollection<string> sessionIds, TimeSpan idle, CancellationToken cancellation) => work.ReadAsync<IReadOnlySet<string>>(
        async connection =>
        {
            (long now, long idleSince) = Bounds(idle);
            return (await connection.QueryAsync<string>($"select session.id from {Joined} where session.id = any (@ids) and {Live}", new { ids = sessionIds.ToArray(), now, idleSince })).ToHashSet();
        },
        cancellation);

    public Task<bool> EndAsync(string sessionId, string staffId, AuditEntry audit, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            if (await connection.ExecuteAsync("delete from staff_session where id = @sessionId and staff_id = @staffId", new { sessionId, staffId }) == 0)
            {
                return false;
            }

            await PostgresAuditLog.WriteAsync(connection, audit, time.GetUtcNow());
            return true;
        },
        cancellation);

    private (long Now, long IdleSince) Bounds(TimeSpan idle)
    {
        DateTimeOffset now = time.GetUtcNow();
        return (now.ToUnixTimeMilliseconds(), (now - idle).ToUnixTimeMilliseconds());
    }
}
