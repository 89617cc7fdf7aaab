using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.BotService.Tests.Customers;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Desk;
using SupportBot.Storage.Outreach;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteRecipientStoreTests : RecipientStoreContract, IDisposable
{
    private readonly SqliteBench bench = new();
    private readonly SqliteConversationStore conversations;

    public SqliteRecipientStoreTests()
    {
        conversations = new SqliteConversationStore(bench.Database, bench.Commits, Options.Create(new DeskOptions()), Time);
        Database = new SqliteOutreachDatabase(bench.Reads, bench.Commits, conversations, Time);
        Customers = new SqliteCustomerStore(bench.Reads, bench.Commits, Phones.British, Time);
    }

    private protected override IOutreachDatabase Database { get; }

    private protected override IConversationStore Conversations => conversations;

    private protected override ICustomerStore Customers { get; }

    private protected override IArticleStore NoArticles => new SqliteArticleStore(bench.Reads, bench.Commits, Time);

    public void Dispose()
    {
        conversations.Dispose();
        bench.Dispose();
    }
}
