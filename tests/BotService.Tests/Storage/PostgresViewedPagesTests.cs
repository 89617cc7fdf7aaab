using SupportBot.Conversations;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresViewedPagesTests : ViewedPagesContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IViewedPages Pages => new PostgresViewedPages(bench.Work, Time);

    private protected override IConversationStore Conversations => bench.Conversations;

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();
}
