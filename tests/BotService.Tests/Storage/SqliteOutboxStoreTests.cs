using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Desk;
using SupportBot.Conversations.Outbox;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteOutboxStoreTests : OutboxStoreContract, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-outbox").FullName;
    private readonly CommitLoop commits;
    private readonly SqliteReads reads;
    private readonly SqliteConversationStore conversations;
    private readonly SqliteOutboxStore outbox;

    public SqliteOutboxStoreTests()
    {
        IOptions<DataOptions> options = Options.Create(new DataOptions { Directory = directory });
        SqliteDatabase database = new(options);
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        commits = new CommitLoop(database, options, new StoreMetrics(meters), NullLogger<CommitLoop>.Instance);
        conversations = new SqliteConversationStore(database, commits, Options.Create(new DeskOptions()), Time);
        reads = new SqliteReads(database);
        outbox = new SqliteOutboxStore(database, commits, Time);
    }

    private protected override IConversationStore Conversations => conversations;

    private protected override IOutboxStore Outbox => outbox;

    private protected override IAuditLog Audit => new SqliteAuditLog(reads, commits, Time);

    public void Dispose()
    {
        conversations.Dispose();
        commits.Dispose();
        Directory.Delete(directory, recursive: true);
    }
}
