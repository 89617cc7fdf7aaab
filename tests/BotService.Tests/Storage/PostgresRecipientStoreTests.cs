using SupportBot.Articles;
using SupportBot.BotService.Tests.Customers;
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

    private protected override ICustomerStore Customers => new PostgresCustomerStore(bench.Work, Phones.British, Time);

    private protected override IArticleStore NoArticles => new PostgresArticleStore(bench.Work, Time);

    [Fact]
    public async Task A_first_campaign_in_a_new_store_reads_no_table_through()
    {
        await bench.AnalyzeAsync("recipient", "message");
        for (int round = 0; round < 12; round++)
        {
            Assert.Equal(10, await GreetAsync(round * 10, 10));
        }

        Assert.Equal(0, await bench.ReadThroughAsync("recipient", "message"));
    }

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public async Task DisposeAsync() => await bench.DisposeAsync();
}
