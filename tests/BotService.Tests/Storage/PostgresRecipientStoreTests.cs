using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Storage.Outreach;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresRecipientStoreTests : RecipientStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IOutreachDatabase Database => new PostgresOutreachDatabase(bench.Work, Time);

    private protected override IConversationStore Conversations => bench.Conversations;

    private protected override ICustomerStore Customers => new PostgresCustomerStore(bench.Work, Time);

    private protected override IArticleStore NoArticles => new PostgresArticleStore(bench.Work, Time);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
