using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Outreach.Reminders;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteReminderStoreTests : ReminderStoreContract, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-reminders").FullName;
    private readonly CommitLoop commits;
    private readonly SqliteReads reads;

    public SqliteReminderStoreTests()
    {
        IOptions<DataOptions> options = Options.Create(new DataOptions { Directory = directory });
        SqliteDatabase database = new(options);
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        commits = new CommitLoop(database, options, new StoreMetrics(meters), NullLogger<CommitLoop>.Instance);
        reads = new SqliteReads(database);
        Reminders = new SqliteReminderStore(reads, commits, Time);
    }

    private protected override IReminderStore Reminders { get; }

    private protected override IReminderStore With(TimeProvider time) => new SqliteReminderStore(reads, commits, time);

    public void Dispose()
    {
        reads.Dispose();
        commits.Dispose();
        Directory.Delete(directory, recursive: true);
    }
}
