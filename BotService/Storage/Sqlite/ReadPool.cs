using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SupportBot.Storage.Sqlite;

/// <summary>Reads on connections that are kept open, beside the commit loop's writes (WAL).</summary>
internal sealed class ReadPool(SqliteDatabase database) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> idle = [];

    // A local read takes some microseconds: handing it to another thread would cost more than it.
    public ValueTask<T> ReadAsync<T>(Func<SqliteConnection, T> read)
    {
        SqliteConnection connection = idle.TryTake(out SqliteConnection? open) ? open : database.Open();
        try
        {
            T result = read(connection);
            idle.Add(connection);
            return ValueTask.FromResult(result);
        }
        catch
        {
            // A connection that failed is not used again.
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out SqliteConnection? connection))
        {
            connection.Dispose();
        }
    }
}
