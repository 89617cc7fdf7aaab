using SupportBot.Conversations;
using SupportBot.Conversations.Nodes;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresNodeStoreTests : NodeStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override INodeStore Nodes => new PostgresNodeStore(bench.Work);

    private protected override IConversationStore Conversations => bench.Conversations;

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync();

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
