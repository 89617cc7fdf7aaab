using Dapper;
using Npgsql;

namespace SupportBot.Storage.Postgres;

/// <summary>Reads, and transactions in the rooms they need.</summary>
internal sealed class PostgresWork(PostgresDatabase database) : IDisposable
{
    private const int Attempts = 3;
    private const string ByKeys = "select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)";

    // A node waits for the desk with one connection at most, so that the pool stays free for all others.
    private readonly SemaphoreSlim desk = new(1, 1);

    public async ValueTask<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
                return await read(connection);
            }
            catch (NpgsqlException error) when (attempt < Attempts && error is { IsTransient: true, InnerException: not TimeoutException })
            {
                // A connection that a restart of the server has left dead in the pool; whoever has waited once need not wait again.
            }
            catch (Exception error)
            {
                throw PostgresFailure.Of(error);
            }
        }
    }

    /// <summary>Runs a statement with parameters by their place, as the hot paths do, and reads what it gives row by row.</summary>
    public ValueTask<IReadOnlyList<T>> RowsAsync<T>(string sql, Action<NpgsqlParameterCollection> bind, Func<NpgsqlDataReader, T> read, CancellationToken cancellation) => ReadAsync<IReadOnlyList<T>>(
        async connection =>
        {
            await using NpgsqlCommand command = new(sql, connection);
            bind(command.Parameters);
            await using NpgsqlDataReader row = await command.ExecuteReaderAsync(cancellation);
            List<T> rows = [];
            while (await row.ReadAsync(cancellation))
            {
                rows.Add(read(row));
            }

            return rows;
        },
        cancellation);

    /// <summary>One transaction. When the server has undone it for the sake of another, it is done again.</summary>
    public Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellation, params Room[] rooms) =>
        WriteAsync(write, _ => true, cancellation, rooms);

    /// <inheritdoc cref="WriteAsync{T}(Func{NpgsqlConnection, Task{T}}, CancellationToken, Room[])"/>
    /// <param name="write">What it does.</param>
    /// <param name="keeps">Whether a result is worth a commit; else nothing was done.</param>
    /// <param name="cancellation">Stops the waiting, and not a write that has begun.</param>
    /// <param name="rooms">The rooms it enters.</param>
    public async Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> write, Func<T, bool> keeps, CancellationToken cancellation, params Room[] rooms)
    {
        bool queues = rooms.Contains(Room.Desk);
        if (queues)
        {
            await desk.WaitAsync(cancellation);
        }

        try
        {
            for (int attempt = 1; ; attempt++)
            {
                try
                {
                    return await RunAsync(write, keeps, rooms, cancellation);
                }
                catch (PostgresException error) when (attempt < Attempts && PostgresFailure.IsRolledBack(error))
                {
                }
                catch (Exception error)
                {
                    throw PostgresFailure.Of(error);
                }
            }
        }
        finally
        {
            if (queues)
            {
                desk.Release();
            }
        }
    }

    /// <summary>
    /// Tells the planner that all the rest of the transaction looks for is found by a key: a plan made while a table was still empty would read it
    /// through, and is kept while thousands of rows come in.
    /// </summary>
    public static Task PlanByKeysAsync(NpgsqlConnection connection) => connection.ExecuteAsync(ByKeys);

    public void Dispose() => desk.Dispose();

    private async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> write, Func<T, bool> keeps, Room[] rooms, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await database.Source.OpenConnectionAsync(cancellation);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (Room room in rooms)
        {
            await connection.ExecuteAsync("select pg_advisory_xact_lock(@room)", new { room = (long)room });
        }

        T result = await write(connection);
        if (keeps(result))
        {
            await transaction.CommitAsync(CancellationToken.None);
        }

        return result;
    }
}
