using Microsoft.Extensions.Options;
using Npgsql;

namespace SupportBot.Storage.Postgres;

/// <summary>The server's database: a pool of connections that are never waited for without bound.</summary>
internal sealed class PostgresDatabase : IAsyncDisposable, IDisposable
{
    /// <summary>What an owner writes into the connection string comes later, and so wins.</summary>
    // A link cut without a word is noticed by the command's time-out at the latest; a session leaves nothing behind that would have to
    // be reset. Kerberos, which Npgsql would ask for first, is seldom there.
    public const string Defaults = "Maximum Pool Size=30;Timeout=5;Command Timeout=8;Cancellation Timeout=1000;Keepalive=10;Tcp Keepalive=true;"
        + "Max Auto Prepare=200;Auto Prepare Min Usages=2;No Reset On Close=true;Gss Encryption Mode=Disable;Application Name=supportbot;";

    // A node that is cut off or stands still in the middle of a transaction holds locks that all others wait for. The server gives up such
    // a transaction, and a connection that leads nowhere, when the node has given up the command too. Waiting for a lock ends before that: else
    // the lock would go from one who is gone to the next, who is gone as well. Here too the owner's own options come later.
    private const string ForDeadNodes = "-c idle_in_transaction_session_timeout=8s -c lock_timeout=7s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3";

    /// <summary>For the rest of a transaction that may rightly stand still, or wait for one that does.</summary>
    public const string Patiently = "select set_config('idle_in_transaction_session_timeout', '0', true), set_config('lock_timeout', '0', true)";

    private readonly NpgsqlDataSource source;

    public PostgresDatabase(IOptions<DataOptions> options)
    {
        Directory.CreateDirectory(options.Value.FullPath);
        NpgsqlDataSourceBuilder builder = new(Defaults + options.Value.Postgres);
        builder.ConnectionStringBuilder.Options = $"{ForDeadNodes} {builder.ConnectionStringBuilder.Options}";
        source = builder.Build();
        try
        {
            using NpgsqlConnection connection = source.OpenConnection();
            PostgresSchema.Apply(connection);
        }
        catch (NpgsqlException error)
        {
            source.Dispose();
            throw new InvalidDataException($"The database of Data:Postgres cannot be used: {error.Message}. Check that the server runs, that the user may sign in, and that the database exists and is theirs.", error);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    public NpgsqlDataSource Source => source;

    /// <summary>Whether a text can be read as one and names a server; an empty one asks for none.</summary>
    public static bool IsConnectionString(string text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) || new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    public void Dispose() => source.Dispose();
}
