using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>A database of its own with what stores stand on.</summary>
internal sealed class SqliteBench : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-store").FullName;

    public SqliteBench()
    {
        IOptions<DataOptions> options = Options.Create(new DataOptions { Directory = directory });
        Database = new SqliteDatabase(options);
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        Commits = new CommitLoop(Database, options, new StoreMetrics(meters), NullLogger<CommitLoop>.Instance);
        Reads = new SqliteReads(Database);
    }

    public SqliteDatabase Database { get; }

    public CommitLoop Commits { get; }

    public SqliteReads Reads { get; }

    public void Dispose()
    {
        Reads.Dispose();
        Commits.Dispose();
        Directory.Delete(directory, recursive: true);
    }
}
