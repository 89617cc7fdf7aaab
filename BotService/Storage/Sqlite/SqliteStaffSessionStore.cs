using Dapper;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.Storage.Sqlite;

/// <summary>Sessions of staff on SQLite.</summary>
internal sealed class SqliteStaffSessionStore(SqliteReads reads, CommitLoop commits, TimeProvider time) : IStaffSessionStore
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

    public Task<bool> BeginAttemptAsync(byte[] key, StaffOptions options, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            DateTimeOffset at = time.GetUtcNow();
            long now = at.ToUnixTimeMilliseconds();
            connection.Execute("delete from staff_attempt where at < @old", new { old = (at - AttemptsKept).ToUnixTimeMilliseconds() });
            (long failed, long till) = connection.QueryFirstOrDefault<(long, long)>("select failures, wait_till from staff_attempt where key = @key", new { key });
            if (till > now)
            {
                return false;
            }

            int failures = (int)failed + 1;
            connection.Execute(Count, new { key, failures, waitTill = (at + options.WaitAfter(failures)).ToUnixTimeMilliseconds(), now });
            return true;
        },
        cancellation);

    public Task ForgetAttemptsAsync(byte[] key, CancellationToken cancellation) =>
        commits.WriteAsync(connection => connection.Execute("delete from staff_attempt where key = @key", new { key }), cancellation);

    public Task AddAsync(StaffSession session, byte[] keyHash, AuditEntry audit, TimeSpan idle, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            DateTimeOffset at = time.GetUtcNow();
            connection.Execute(Insert, new
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
            return SqliteAuditLog.Write(connection, audit, at);
        },
        cancellation);

    public ValueTask<(StaffSession Session, StaffUser User)?> FindAsync(byte[] keyHash, TimeSpan idle, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read<(StaffSession, StaffUser)?>(connection =>
        {
            (long now, long idleSince) = Bounds(idle);
            return connection.Query<StaffSessionRow, StaffRow, (StaffSession, StaffUser)?>(
                $"select {Columns}, {StaffRow.Columns} from {Joined} where session.key_hash = @keyHash and {Live}",
                (row, user) => (row.Session(), user.User()),
                new { keyHash, now, idleSince },
                splitOn: "id").FirstOrDefault();
        }));

    public Task TouchAsync(string sessionId, CancellationToken cancellation) => commits.WriteAsync(
        connection => connection.Execute(Touch, new { sessionId, now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
        cancellation);

    public ValueTask<IReadOnlyList<StaffSession>> OfAsync(string staffId, TimeSpan idle, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<StaffSession>>(reads.Read(connection =>
        {
            (long now, long idleSince) = Bounds(idle);
            return connection.Query<StaffSessionRow>($"select {Columns} from {Joined} where session.staff_id = @staffId and {Live} order by session.seen_at desc", new { staffId, now, idleSince })
                .Select(row => row.Session()).ToList();
        }));

    public ValueTask<IReadOnlySet<string>> LiveAsync(IReadOnlyCollection<string> sessionIds, TimeSpan idle, CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlySet<string>>(reads.Read(connection =>
        {
            (long now, long idleSince) = Bounds(idle);
            return connection.Query<string>($"select session.id from {Joined} where session.id in @sessionIds and {Live}", new { sessionIds, now, idleSince }).ToHashSet();
        }));

    public Task<bool> EndAsync(string sessionId, string staffId, AuditEntry audit, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            if (connection.Execute("delete from staff_session where id = @sessionId and staff_id = @staffId", new { sessionId, staffId }) == 0)
            {
                return false;
            }

            SqliteAuditLog.Write(connection, audit, time.GetUtcNow());
            return true;
        },
        cancellation);

    private (long Now, long IdleSince) Bounds(TimeSpan idle)
    {
        DateTimeOffset now = time.GetUtcNow();
        return (now.ToUnixTimeMilliseconds(), (now - idle).ToUnixTimeMilliseconds());
    }
}
