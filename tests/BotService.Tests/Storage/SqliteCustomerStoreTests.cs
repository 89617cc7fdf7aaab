using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SupportBot.BotService.Tests.Customers;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Desk;
using SupportBot.Dialogs.Orders;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteCustomerStoreTests : CustomerStoreContract, IDisposable
{
    private readonly SqliteBench bench = new();
    private readonly SqliteConversationStore conversations;

    public SqliteCustomerStoreTests()
    {
        conversations = new SqliteConversationStore(bench.Database, bench.Commits, Options.Create(new DeskOptions()), Time);
        Files = new SqliteCustomerStore(bench.Reads, bench.Commits, Phones.British, Time);
        Names = new SqliteCustomerNames(bench.Reads, bench.Commits);
    }

    private protected override ICustomerStore Files { get; }

    private protected override ICustomerNames Names { get; }

    private protected override IConversationStore Conversations => conversations;

    [Fact]
    public async Task A_shopper_the_store_site_vouches_for_has_one_file_over_all_conversations()
    {
        foreach ((string conversation, string? name, bool vip) in ((string, string?, bool)[])[("c1", "Anna", false), ("c2", null, true), ("c3", "Anna Smith", false)])
        {
            await bench.Commits.WriteAsync(connection => SqliteCustomerWrites.Bind(connection, conversation, new Shopper("shop-1", name, "Anna@b.example", vip), Time.GetUtcNow()).Length, default);
        }

        Customer file = (await Files.OfConversationAsync("c3", default))!;
        Assert.Equal(("Anna Smith", true), (file.Name, file.Vip));
        Assert.Equal(["shop-1"], file.ShopIds);
        Assert.Equal(new Contact(ContactKind.Email, "anna@b.example", true), Assert.Single(file.Contacts));
        Assert.Equal(3, (await Files.ConversationsAsync(file.Id, default)).Count);

        // Whoever only names the address is not let into the account's file.
        string guest = await Files.AdmitAsync(new Newcomer(null, null, [new Contact(ContactKind.Email, "anna@b.example", false)], "c4"), null, default);
        Assert.NotEqual(file.Id, guest);
    }

    [Fact]
    public void No_table_is_forgotten_when_somebody_is_erased()
    {
        // A new table with a conversation or customer in it must be thought of in SqliteErasure, or named here because it holds
        // ids and numbers only (the embedded shop's orders are the books that law makes a store keep).
        string[] harmless = ["customer_conversation", "order_access", "service", "desk_read", "shop_order"];
        using SqliteConnection connection = bench.Database.Open();
        string[] personal =
        [
            .. connection.Query<string>("""
                select distinct m.name from sqlite_schema m join pragma_table_info(m.name) c
                where m.type = 'table' and c.name in ('conversation_id', 'customer_id', 'user_id') order by m.name
                """),
        ];
        Assert.All(personal.Except(harmless), table => Assert.Contains($" {table} ", SqliteErasure.OfCustomer + SqliteErasure.OfConversations + SqliteErasure.OfTickets, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        conversations.Dispose();
        bench.Dispose();
    }
}
