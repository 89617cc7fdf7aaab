using Dapper;
using Npgsql;
using SupportBot.Access;
using SupportBot.Access.Audit;

namespace SupportBot.Storage.Postgres;

/// <summary>Members of staff on PostgreSQL.</summary>
internal sealed class PostgresStaffStore(PostgresWork work, TimeProvider time) : IStaffStore
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

    private const string AdministratorsBut = "select count(*) from staff where active = 1 and id <> @Id and 'Administrator' = any (string_to_array(roles, ','))";

    public ValueTask<StaffUser?> FindAsync(string id, CancellationToken cancellation) =>
        SingleAsync($"select {StaffRow.Columns} from staff where id = @key", id, cancellation);

    public ValueTask<StaffUser?> FindByEmailAsync(string email, CancellationToken cancellation) =>
        SingleAsync($"select {StaffRow.Columns} from staff where email = @key", email, cancellation);

    public ValueTask<IReadOnlyList<StaffUser>> ListAsync(CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<StaffUser>>(
        async connection => [.. (await connection.QueryAsync<StaffRow>($"select {StaffRow.Columns} from staff order by name, id")).Select(row => row.User())],
        cancellation);

    public Task<StaffSaved> AddAsync(StaffUser user, AuditEntry audit, bool onlyFirst, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            bool taken = await connection.ExecuteScalarAsync<long>("select count(*) from staff where email = @Email", new { user.Email }) > 0;
            if (taken || onlyFirst && await connection.ExecuteScalarAsync<long>(AdministratorsBut, new { user.Id }) > 0)
            {
                return StaffSaved.Taken;
            }

            await connection.ExecuteAsync(Insert, StaffRow.Of(user));
            await PostgresAuditLog.WriteAsync(connection, audit, time.GetUtcNow());
            return StaffSaved.Saved;
        },
        cancellation,
        Room.Staff);

    public Task<StaffSaved> SaveAsync(StaffChange change, CancellationToken cancellation) =>
        work.WriteAsync(connection => SaveAsync(connection, change), cancellation, Room.Staff);

    public async Task<bool> UseStepAsync(string staffId, long step, CancellationToken cancellation) =>
        await work.WriteAsync(connection => connection.ExecuteAsync("update staff set factor_step = @step where id = @staffId and factor_step < @step", new { staffId, step }), cancellation) == 1;

    public async Task<bool> UseRecoveryCodeAsync(string staffId, byte[] hash, CancellationToken cancellation) =>
        await work.WriteAsync(connection => connection.ExecuteAsync("delete from staff_recovery_code where staff_id = @staffId and hash = @hash", new { staffId, hash }), cancellation) == 1;

    private async Task<StaffSaved> SaveAsync(NpgsqlConnection connection, StaffChange change)
    {
        StaffUser user = change.User;
        bool administers = user is { Active: true } && user.Roles.Contains(Role.Administrator);
        if (!administers && await connection.ExecuteScalarAsync<long>(AdministratorsBut, new { user.Id }) == 0)
        {
            return StaffSaved.LastAdministrator;
        }

        if (await connection.ExecuteAsync(Update, StaffRow.Of(user)) == 0)
        {
            return StaffSaved.Changed;
        }

        if (change.RecoveryCodes is { } codes)
        {
            await connection.ExecuteAsync("delete from staff_recovery_code where staff_id = @Id", new { user.Id });
            await connection.ExecuteAsync("insert into staff_recovery_code (staff_id, hash) select @Id, unnest(@hashes)", new { user.Id, hashes = codes.ToArray() });
        }

        if (change.EndSessions)
        {
            await connection.ExecuteAsync("delete from staff_session where staff_id = @Id and id is distinct from @KeptSession", new { user.Id, change.KeptSession });
        }

        await PostgresAuditLog.WriteAsync(connection, change.Audit, time.GetUtcNow());
        return StaffSaved.Saved;
    }

    private ValueTask<StaffUser?> SingleAsync(string sql, string key, CancellationToken cancellation) =>
        work.ReadAsync(async connection => (await connection.QueryFirstOrDefaultAsync<StaffRow>(sql, new { key }))?.User(), cancellation);
}
