using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresConversationStoreTests : ConversationStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IConversationStore Store => bench.Conversations;

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync();

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();
}
