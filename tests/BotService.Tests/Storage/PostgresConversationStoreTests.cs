using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresConversationStoreTests : ConversationStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IConversationStore Store => bench.Conversations;

    [Fact]
    public async Task The_first_messages_in_a_new_store_read_no_table_through()
    {
        await bench.AnalyzeAsync("message", "conversation");
        for (int number = 0; number < 100; number++)
        {
            Append first = new() { ConversationId = $"v{number}", Opening = new Opening("directline", "u"), Messages = [new NewMessage(Sender.Shopper, "{}"u8.ToArray()) { ClientId = "1" }] };
            Assert.Equal(AppendOutcome.Stored, (await Store.AppendAsync(first, default)).Outcome);
            Assert.Equal(AppendOutcome.Repeated, (await Store.AppendAsync(first, default)).Outcome);
        }

        Assert.Equal(0, await bench.ReadThroughAsync("message", "conversation"));
    }

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync();

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();
}
