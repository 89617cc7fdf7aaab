using Microsoft.Extensions.Options;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using System.Diagnostics.Metrics;
using SupportBot.Conversations;
using SupportBot.Desk;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteConversationStoreTests : ConversationStoreContract, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-store").FullName;
    private readonly CommitLoop commits;
    private readonly SqliteConversationStore store;

    public SqliteConversationStoreTests()
    {
        IOptions<DataOptions> options = Options.Create(new DataOptions { Directory = directory });
        SqliteDatabase database = new(options);
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        commits = new CommitLoop(database, options, new StoreMetrics(meters), NullLogger<CommitLoop>.Instance);
        store = new SqliteConversationStore(database, commits, Options.Create(new DeskOptions()), TimeProvider.System);
    }

    private protected override IConversationStore Store => store;

    [Fact]
    public async Task A_write_that_fails_does_not_harm_those_that_share_its_commit()
    {
        Task<AppendResult> good = store.AppendAsync(new Append { ConversationId = "a", Opening = new Opening("directline", null), Messages = [new NewMessage(Sender.Bot, [1])] }, default);
        Task<int> bad = commits.WriteAsync<int>(_ => throw new InvalidOperationException("at fault"), default);
        Task<AppendResult> alsoGood = store.AppendAsync(new Append { ConversationId = "b", Opening = new Opening("directline", null), Messages = [new NewMessage(Sender.Bot, [1])] }, default);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal((AppendOutcome.Stored, AppendOutcome.Stored), ((await good).Outcome, (await alsoGood).Outcome));
        Assert.Single(await store.ReadAsync("a", 0, 10, default));
    }

    public void Dispose()
    {
        store.Dispose();
        commits.Dispose();
        Directory.Delete(directory, recursive: true);
    }
}
