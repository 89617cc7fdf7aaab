using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Conversations.Nodes;
using SupportBot.Desk;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteNodeStoreTests : NodeStoreContract, IDisposable
{
    private readonly SqliteBench bench = new();
    private readonly SqliteConversationStore conversations;

    public SqliteNodeStoreTests()
    {
        conversations = new SqliteConversationStore(bench.Database, bench.Commits, Options.Create(new DeskOptions()), TimeProvider.System);
        Nodes = new SqliteNodeStore(bench.Reads, bench.Commits);
    }

    private protected override INodeStore Nodes { get; }

    private protected override IConversationStore Conversations => conversations;

    public void Dispose()
    {
        conversations.Dispose();
        bench.Dispose();
    }
}
