// It looks at the server's own counts, behind the service's back.
#pragma warning disable RS0030
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SupportBot.Benchmarks.Desk;
using SupportBot.Tests.Shared;

namespace SupportBot.Benchmarks;

/// <summary>Where the measured service keeps its data: SQLite, or with <c>--store postgres</c> a private PostgreSQL that syncs to the disk, or the one <c>--postgres</c> names.</summary>
internal sealed class BenchmarkStore : IDisposable
{
    private readonly PrivatePostgres? server;
    private readonly SqliteCounts? counts;

    private BenchmarkStore(string? connectionString, PrivatePostgres? server = null, SqliteCounts? counts = null)
    {
        ConnectionString = connectionString;
        this.server = server;
        this.counts = counts;
    }

    /// <summary>Null on SQLite.</summary>
    public string? ConnectionString { get; }

    public string Name => ConnectionString is null ? "SQLite" : "PostgreSQL";

    /// <summary>What the service has to be told.</summary>
    public string[] Settings => ConnectionString is null ? [] : ["--Data:Postgres", ConnectionString];

    /// <param name="args">The benchmark's arguments.</param>
    /// <param name="counting">Whether the private server, or the services' SQLite, counts statements, which costs it a little.</param>
    public static async Task<BenchmarkStore> OpenAsync(string[] args, bool counting = false)
    {
        if (Arguments.Text(args, "--store") is not "postgres")
        {
            return new BenchmarkStore(null, counts: counting ? new SqliteCounts() : null);
        }

        if (Arguments.Text(args, "--postgres") is { } given)
        {
            return new BenchmarkStore(given);
        }

        PrivatePostgres server = await PrivatePostgres.StartAsync(durable: true, counting);
        if (counting)
        {
            await using NpgsqlConnection connection = new(server.ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            await using NpgsqlCommand command = new("create extension pg_stat_statements", connection);
            await command.ExecuteNonQueryAsync();
        }

        return new BenchmarkStore(server.ConnectionString, server);
    }

    /// <summary>The database of a service, behind its back.</summary>
    public async Task<DbConnection> ConnectAsync(ServiceProcess service)
    {
        DbConnection connection = ConnectionString is null ? new SqliteConnection($"Data Source={FileOf(service)};Pooling=false") : new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Fills the database of a service that does not run.</summary>
    public ISeedTables Seed(ServiceProcess service, IReadOnlyDictionary<string, string[]> columns) =>
        ConnectionString is null ? new SqliteSeedTables(FileOf(service), columns) : new PostgresSeedTables(ConnectionString, columns);

    /// <summary>Where a service has its SQLite.</summary>
    public static string FileOf(ServiceProcess service) => Path.Combine(service.DataDirectory, "supportbot.db");

    /// <summary>What the server has done so far.</summary>
    public async Task<ServerWork> WorkAsync()
    {
        if (ConnectionString is null)
        {
            return new ServerWork { Statements = counts?.Statements, Steps = counts?.Steps };
        }

        await using NpgsqlConnection connection = new(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = new("""
            select w.wal_bytes::bigint, w.wal_sync, d.xact_commit, (select sum(coalesce(t.seq_tup_read, 0) + coalesce(t.idx_tup_fetch, 0))::bigint from pg_stat_user_tables t)
            from pg_stat_wal w, pg_stat_database d where d.datname = current_database()
            """, connection);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        ServerWork work = new(Cpu(), row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)) { Rows = row.GetInt64(3) };
        await row.CloseAsync();
        return work with { Statements = await StatementsAsync(connection) };
    }

    public void Dispose()
    {
        server?.Dispose();
        counts?.Dispose();
    }

    private static async Task<long?> StatementsAsync(NpgsqlConnection connection)
    {
        await using NpgsqlCommand counts = new("select to_regclass('pg_stat_statements') is not null", connection);
        if (await counts.ExecuteScalarAsync() is not true)
        {
            return null;
        }

        await using NpgsqlCommand command = new("select sum(s.calls)::bigint from pg_stat_statements s join pg_database d on d.oid = s.dbid where d.datname = current_database()", connection);
        return (long?)await command.ExecuteScalarAsync();
    }

    // Those of its sessions that have ended are counted no more, which the pool's never do.
    private TimeSpan Cpu()
    {
        TimeSpan sum = TimeSpan.Zero;
        foreach (int process in server?.Processes() ?? [])
        {
            sum += ProcessUsage.Of(process).Cpu;
        }

        return sum;
    }
}

/// <param name="Cpu">Of all its processes.</param>
/// <param name="LogBytes">Written ahead of the tables.</param>
/// <param name="Syncs">Waits for the disk.</param>
/// <param name="Transactions">Committed.</param>
internal readonly record struct ServerWork(TimeSpan Cpu, long LogBytes, long Syncs, long Transactions)
{
    /// <summary>Sent to it; null where it does not count them.</summary>
    public long? Statements { get; init; }

    /// <summary>On PostgreSQL: read in the tables.</summary>
    public long? Rows { get; init; }

    /// <summary>On SQLite: of its machine, each row that is looked at takes some.</summary>
    public long? Steps { get; init; }
}
