using System.Diagnostics.Metrics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Desk;
using SupportBot.Storage;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>A database of its own with what stores stand on.</summary>
internal sealed class PostgresBench : IAsyncDisposable
{
    private readonly DeskLoop people;

    private PostgresBench(string connectionString, TimeProvider time)
    {
        IOptions<DataOptions> options = Options.Create(new DataOptions { Directory = Path.GetTempPath(), Postgres = connectionString });
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        ConnectionString = connectionString;
        Database = new PostgresDatabase(options);
        Work = new PostgresWork(Database);
        Desk = new DeskAppends(Options.Create(new DeskOptions()), time);
        StoreMetrics metrics = new(meters);
        people = new DeskLoop(Work, Desk, options, metrics, NullLogger<DeskLoop>.Instance);
        Appends = new AppendLoop(Database, people, options, time, metrics, NullLogger<AppendLoop>.Instance);
        Conversations = new PostgresConversationStore(Work, Appends, time);
    }

    public string ConnectionString { get; }

    public PostgresDatabase Database { get; }

    public PostgresWork Work { get; }

    public DeskAppends Desk { get; }

    public AppendLoop Appends { get; }

    public PostgresConversationStore Conversations { get; }

    public static async Task<PostgresBench> CreateAsync(TimeProvider? time = null) => new(await PostgresServer.CreateAsync(), time ?? TimeProvider.System);

    /// <summary>Tells the planner how tables are now: in a new store, empty.</summary>
    public async Task AnalyzeAsync(params string[] tables)
    {
        await using NpgsqlConnection connection = await Database.Source.OpenConnectionAsync();
        await connection.ExecuteAsync($"analyze {string.Join(", ", tables)}");
    }

    /// <summary>How many rows of tables were read without an index. Sessions tell what they have read when they end.</summary>
    public async Task<long> ReadThroughAsync(params string[] tables)
    {
        Database.Source.Clear();
        await using NpgsqlConnection connection = await Database.Source.OpenConnectionAsync();
        while (await connection.ExecuteScalarAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'") > 0)
        {
            await Task.Yield();
        }

        return await connection.ExecuteScalarAsync<long>("select sum(seq_tup_read)::bigint from pg_stat_user_tables where relname = any (@tables)", new { tables });
    }

    public async ValueTask DisposeAsync()
    {
        await Appends.DisposeAsync();
        await people.DisposeAsync();
        Work.Dispose();
        await Database.DisposeAsync();
    }
}
