using Microsoft.Extensions.Options;
using SupportBot.BotService.Tests.Customers;
using SupportBot.Customers;
using SupportBot.Desk;
using SupportBot.Storage.Outreach;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteCustomerImportTests : CustomerImportContract
{
    private readonly SqliteBench bench = new();
    private readonly SqliteConversationStore conversations;

    public SqliteCustomerImportTests()
    {
        conversations = new SqliteConversationStore(bench.Database, bench.Commits, Options.Create(new DeskOptions()), Time);
        Database = new SqliteOutreachDatabase(bench.Reads, bench.Commits, conversations, Time);
        Customers = new SqliteCustomerStore(bench.Reads, bench.Commits, Phones.British, Time);
    }

    private protected override IOutreachDatabase Database { get; }

    private protected override ICustomerStore Customers { get; }

    protected override void Close()
    {
        conversations.Dispose();
        bench.Dispose();
    }
}
