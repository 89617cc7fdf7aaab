using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace SupportBot.Storage.Sqlite;

/// <summary>Reading connections kept open beside the commit loop (WAL), for the rooms whose statements need no preparing.</summary>
internal sealed class SqliteReads(SqliteDatabase database) : IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> connections = [];

    // A local read takes some microseconds: handing it to another thread would cost more than it.
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        SqliteConnection connection = connections.TryTake(out SqliteConnection? kept) ? kept : database.Open();
        try
        {
            T result = read(connection);
            connections.Add(connection);
            return result;
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
        while (connections.TryTake(out SqliteConnection? connection))
        {
            connection.Dispose();
        }
    }
}
