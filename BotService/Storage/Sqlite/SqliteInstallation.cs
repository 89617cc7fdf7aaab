using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Operation;
using SupportBot.Operation.Installation;

namespace SupportBot.Storage.Sqlite;

/// <summary>The database file as a whole.</summary>
internal sealed class SqliteInstallation(SqliteDatabase database, TimeProvider time) : IInstallationStore
{
    private const string SkipTurns = "update message set turn_pending = 0 where turn_pending = 1 and conversation_id like '%:%'";

    // Beside the database and changed at each start: a copy put in its place does not fit it.
    private string PlaceFile => Path.ChangeExtension(database.FilePath, "place");

    public Task<T> ReadAsync<T>(Func<IInstallationTables, Task<T>> read, CancellationToken cancellation) => RunAsync(read, deferred: true, cancellation);

    public Task<T> FillAsync<T>(Func<IInstallationTables, Task<T>> fill, CancellationToken cancellation) => RunAsync(fill, deferred: false, cancellation);

    public async Task<bool> BackUpAsync(string file, CancellationToken cancellation)
    {
        if (File.Exists(file))
        {
            throw new InvalidDataException($"{file} is there already. Name a new file.");
        }

        // Made here and not by SQLite, which does not say what is wrong with a place it cannot write to.
        string unfinished = file + ".unfinished";
        await using (File.Create(unfinished))
        {
        }

        await using (SqliteConnection source = database.Open())
        await using (SqliteConnection copy = new(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            await copy.OpenAsync(cancellation);
            source.BackupDatabase(copy);
            await copy.ExecuteAsync("pragma journal_mode = delete");
            Hold(copy);
        }

        File.Move(unfinished, file, overwrite: false);
        return true;
    }

    public async Task<bool> PutBackAsync(string file, CancellationToken cancellation)
    {
        await CheckAsync(file, cancellation);
        await using (SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = database.FilePath, Pooling = false }.ToString()))
        {
            await connection.OpenAsync(cancellation);
            try
            {
                // Only who is alone with the database can leave its log; what is in it goes into the file.
                await connection.ExecuteAsync("pragma journal_mode = delete", commandTimeout: 1);
            }
            catch (SqliteException error)
            {
                throw new InvalidDataException("The database is in use. Stop the service first.", error);
            }
        }

        string aside = $"{database.FilePath}.{time.GetUtcNow():yyyyMMdd-HHmmss}.replaced";
        foreach (string end in (string[])["", "-wal", "-shm"])
        {
            if (File.Exists(database.FilePath + end))
            {
                File.Move(database.FilePath + end, aside + end);
            }
        }

        File.Copy(file, database.FilePath);
        return true;
    }

    public async Task<HeldWork> HoldAsync(CancellationToken cancellation)
    {
        await using SqliteConnection connection = database.Open();
        SqliteSchema.Apply(connection);
        return Hold(connection);
    }

    public async Task<bool> HasComeBackAsync(CancellationToken cancellation)
    {
        await using SqliteConnection connection = database.Open();
        await using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        string? known = await connection.QueryFirstOrDefaultAsync<string>(RestoredWork.Place);
        string[] noted = File.Exists(PlaceFile) ? await File.ReadAllLinesAsync(PlaceFile, cancellation) : [];
        string place = RandomId.New();

        // Both are noted first: a start that is cut off in between finds its database either way.
        await File.WriteAllLinesAsync(PlaceFile, known is null ? [place] : [known, place], cancellation);
        await connection.ExecuteAsync(RestoredWork.SetPlace, new { place });
        await transaction.CommitAsync(cancellation);
        return known is not null && !noted.Contains(known);
    }

    private async Task<T> RunAsync<T>(Func<IInstallationTables, Task<T>> run, bool deferred, CancellationToken cancellation)
    {
        await using SqliteConnection connection = database.Open();
        await using SqliteTransaction transaction = connection.BeginTransaction(deferred);
        T result = await run(new SqliteTables(connection));
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private static async Task CheckAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using SqliteConnection copy = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
            await copy.OpenAsync(cancellation);
            if (await copy.QuerySingleAsync<string>("select integrity_check from pragma_integrity_check limit 1") is "ok" && await copy.QuerySingleAsync<long>("select count(*) from conversation") >= 0)
            {
                return;
            }
        }
        catch (SqliteException error)
        {
            throw new InvalidDataException($"{file} is no database of SupportBot.", error);
        }

        throw new InvalidDataException($"{file} is damaged. Take an older backup.");
    }

    private HeldWork Hold(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        HeldWork held = new(
            connection.Execute(RestoredWork.HoldOutbox, RestoredWork.Values(time)),
            connection.Execute(RestoredWork.DropReminders, RestoredWork.Values(time)) + connection.Execute(RestoredWork.DropTicketNews),
            connection.Execute(SkipTurns),
            connection.Execute(RestoredWork.DoubtRecipients, RestoredWork.Values(time)),
            connection.Execute(RestoredWork.PauseCampaigns, RestoredWork.Values(time)));
        connection.Execute(RestoredWork.Rename);
        transaction.Commit();
        return held;
    }
}
