using System.Data;
using Dapper;
using Npgsql;
using SupportBot.Operation.Installation;

namespace SupportBot.Storage.Postgres;

/// <summary>The database as a whole. Backups are made and put back with PostgreSQL's own tools.</summary>
internal sealed class PostgresInstallation(PostgresDatabase database, PostgresWork work, TimeProvider time) : IInstallationStore
{
    private const string SkipTurns = "delete from pending_turn where conversation_id like '%:%'";

    // A dump that is loaded elsewhere lies in a database with another number, in another cluster with another name.
    private const string Here = "select (select system_identifier from pg_control_system()) || '/' || oid from pg_database where datname = current_database()";

    public Task<T> ReadAsync<T>(Func<IInstallationTables, Task<T>> read, CancellationToken cancellation) => RunAsync(read, IsolationLevel.RepeatableRead, cancellation);

    public Task<T> FillAsync<T>(Func<IInstallationTables, Task<T>> fill, CancellationToken cancellation) => RunAsync(fill, IsolationLevel.ReadCommitted, cancellation);

    public Task<bool> BackUpAsync(string file, CancellationToken cancellation) => Task.FromResult(false);

    public Task<bool> PutBackAsync(string file, CancellationToken cancellation) => Task.FromResult(false);

    public Task<HeldWork> HoldAsync(CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            HeldWork held = new(
                await connection.ExecuteAsync(RestoredWork.HoldOutbox, RestoredWork.Values(time)),
                await connection.ExecuteAsync(RestoredWork.DropReminders, RestoredWork.Values(time)) + await connection.ExecuteAsync(RestoredWork.DropTicketNews),
                await connection.ExecuteAsync(SkipTurns),
                await connection.ExecuteAsync(RestoredWork.DoubtRecipients, RestoredWork.Values(time)),
                await connection.ExecuteAsync(RestoredWork.PauseCampaigns, RestoredWork.Values(time)));
            await connection.ExecuteAsync(RestoredWork.Rename);
            return held;
        },
        cancellation);

    public Task<bool> HasComeBackAsync(CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            string here = await connection.QuerySingleAsync<string>(Here);
            string? known = await connection.QueryFirstOrDefaultAsync<string>(RestoredWork.Place);
            await (known == here ? Task.CompletedTask : connection.ExecuteAsync(RestoredWork.SetPlace, new { place = here }));
            return known is not null && known != here;
        },
        cancellation,
        Room.Schema);

    private async Task<T> RunAsync<T>(Func<IInstallationTables, Task<T>> run, IsolationLevel isolation, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(isolation, cancellation);

        // A slow disk or reader on the other side is waited for.
        await connection.ExecuteAsync(PostgresDatabase.Patiently);
        T result = await run(new PostgresTables(connection));
        await transaction.CommitAsync(cancellation);
        return result;
    }
}
