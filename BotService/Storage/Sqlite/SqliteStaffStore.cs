using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.Storage.Sqlite;

/// <summary>Members of staff on SQLite.</summary>
internal sealed class SqliteStaffStore(SqliteReads reads, CommitLoop commits, TimeProvider time) : IStaffStore
{
    private const string Insert = """
        insert into staff (id, email, name, roles, active, password, must_change, password_until, factor, factor_pending, locale, theme, preferences, work, created_at, version)
        values (@Id, @Email, @Name, @Roles, @Active, @Password, @MustChange, @PasswordUntil, @Factor, @FactorPending, @Locale, @Theme, @Preferences, @Work, @CreatedAt, @Version)
        """;

    private const string Update = """
        update staff set name = @Name, roles = @Roles, active = @Active, password = @Password, must_change = @MustChange, password_until = @PasswordUntil,
          factor = @Factor, factor_pending = @FactorPending, locale = @Locale, theme = @Theme, preferences = @Preferences, work = @Work, version = version + 1
        where id = @Id and version = @Version
        """;

    private const string AdministratorsBut = "select count(*) from staff where active = 1 and id <> @Id and instr(',' || roles || ',', ',Administrator,') > 0";

    public ValueTask<StaffUser?> FindAsync(string id, CancellationToken cancellation) =>
        Single($"select {StaffRow.Columns} from staff where id = @key", id);

    public ValueTask<StaffUser?> FindByEmailAsync(string email, CancellationToken cancellation) =>
        Single($"select {StaffRow.Columns} from staff where email = @key", email);

    public ValueTask<IReadOnlyList<StaffUser>> ListAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<StaffUser>>(
        reads.Read(connection => connection.Query<StaffRow>($"select {StaffRow.Columns} from staff order by name, id").Select(row => row.User()).ToList()));

    public Task<StaffSaved> AddAsync(StaffUser user, AuditEntry audit, bool onlyFirst, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            bool taken = connection.ExecuteScalar<long>("select count(*) from staff where email = @Email", new { user.Email }) > 0;
            if (taken || onlyFirst && connection.ExecuteScalar<long>(AdministratorsBut, new { user.Id }) > 0)
            {
                return StaffSaved.Taken;
            }

            connection.Execute(Insert, StaffRow.Of(user));
            SqliteAuditLog.Write(connection, audit, time.GetUtcNow());
            return StaffSaved.Saved;
        },
        cancellation);

    public Task<StaffSaved> SaveAsync(StaffChange change, CancellationToken cancellation) =>
        commits.WriteAsync(connection => Save(connection, change), cancellation);

    public async Task<bool> UseStepAsync(string staffId, long step, CancellationToken cancellation) =>
        await commits.WriteAsync(connection => connection.Execute("update staff set factor_step = @step where id = @staffId and factor_step < @step", new { staffId, step }), cancellation) == 1;

    public async Task<bool> UseRecoveryCodeAsync(string staffId, byte[] hash, CancellationToken cancellation) =>
        await commits.WriteAsync(connection => connection.Execute("delete from staff_recovery_code where staff_id = @staffId and hash = @hash", new { staffId, hash }), cancellation) == 1;

    private StaffSaved Save(SqliteConnection connection, StaffChange change)
    {
        StaffUser user = change.User;
        bool administers = user is { Active: true } && user.Roles.Contains(Role.Administrator);
        if (!administers && connection.ExecuteScalar<long>(AdministratorsBut, new { user.Id }) == 0)
        {
            return StaffSaved.LastAdministrator;
        }

        if (connection.Execute(Update, StaffRow.Of(user)) == 0)
        {
            return StaffSaved.Changed;
        }

        if (change.RecoveryCodes is { } codes)
        {
            connection.Execute("delete from staff_recovery_code where staff_id = @Id", new { user.Id });
            connection.Execute("insert into staff_recovery_code (staff_id, hash) values (@Id, @hash)", codes.Select(hash => new { user.Id, hash }));
        }

        if (change.EndSessions)
        {
            connection.Execute("delete from staff_session where staff_id = @Id and id is not @KeptSession", new { user.Id, change.KeptSession });
        }

        SqliteAuditLog.Write(connection, change.Audit, time.GetUtcNow());
        return StaffSaved.Saved;
    }

    private ValueTask<StaffUser?> Single(string sql, string key) =>
        ValueTask.FromResult(reads.Read(connection => connection.QueryFirstOrDefault<StaffRow>(sql, new { key }))?.User());
}
