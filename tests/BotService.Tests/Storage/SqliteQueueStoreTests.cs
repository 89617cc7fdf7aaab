using System.Diagnostics.Metrics;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Desk;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Queue;
using SupportBot.Desk.Stream;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteQueueStoreTests : QueueStoreContract, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-queue").FullName;
    private readonly SqliteDatabase database;
    private readonly CommitLoop commits;
    private readonly SqliteReads reads;
    private readonly SqliteConversationStore conversations;

    public SqliteQueueStoreTests()
    {
        Microsoft.Extensions.Options.IOptions<DataOptions> data = Microsoft.Extensions.Options.Options.Create(new DataOptions { Directory = directory });
        Microsoft.Extensions.Options.IOptions<DeskOptions> desk = Microsoft.Extensions.Options.Options.Create(Options);
        database = new SqliteDatabase(data);
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        commits = new CommitLoop(database, data, new StoreMetrics(meters), NullLogger<CommitLoop>.Instance);
        reads = new SqliteReads(database);
        conversations = new SqliteConversationStore(database, commits, desk, Time);
        Queue = new SqliteQueueStore(reads, commits, conversations, desk, Time);
        Agents = new SqliteAgentStore(reads, commits, desk, Time);
        Desk = new SqliteDeskStore(reads, commits, Time);
        Journal = new SqliteDeskJournal(reads, commits, Time);
    }

    private protected override IConversationStore Conversations => conversations;

    private protected override IQueueStore Queue { get; }

    private protected override IAgentStore Agents { get; }

    private protected override IDeskStore Desk { get; }

    private protected override IDeskJournal Journal { get; }

    private protected override ManualTime Time { get; } = new();

    private protected override DeskOptions Options { get; } = new();

    public void Dispose()
    {
        conversations.Dispose();
        reads.Dispose();
        commits.Dispose();
        Directory.Delete(directory, recursive: true);
    }

    private protected override async Task HireAsync(string id, StaffWork work)
    {
        await using SqliteConnection connection = database.Open();
        await connection.ExecuteAsync(
            """
            insert into staff (id, email, name, roles, active, password, must_change, locale, theme, preferences, work, created_at, version)
            values (@id, @id, @id, 'Agent', 1, '', 0, 'en', 'auto', '{}', @work, 0, 1) on conflict do nothing
            """,
            new { id, work = JsonSerializer.Serialize(work, StaffJson.Default.StaffWork) });
    }
}
