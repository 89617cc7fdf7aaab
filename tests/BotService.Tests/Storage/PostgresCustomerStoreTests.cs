using Dapper;
using Npgsql;
using SupportBot.BotService.Tests.Customers;
using SupportBot.Conversations;
using SupportBot.Customers;
using SupportBot.Dialogs.Orders;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresCustomerStoreTests : CustomerStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override ICustomerStore Files => new PostgresCustomerStore(bench.Work, Phones.British, Time);

    private protected override ICustomerNames Names => new PostgresCustomerNames(bench.Work);

    private protected override IConversationStore Conversations => bench.Conversations;

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();

    [Fact]
    public async Task A_shopper_signed_in_in_many_conversations_at_once_has_one_file()
    {
        PostgresShopperIdentityStore shoppers = new(bench.Work, Time);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => shoppers.BindAsync($"c{number}", new Shopper("shop-1", "Anna", "Anna@b.example", number == 7), default)));
        Customer file = (await Files.OfConversationAsync("c3", default))!;
        Assert.Equal(("Anna", true), (file.Name, file.Vip));
        Assert.Equal(new Contact(ContactKind.Email, "anna@b.example", true), Assert.Single(file.Contacts));
        Assert.Equal(20, (await Files.ConversationsAsync(file.Id, default)).Count);

        // Whoever only names the address is not let into the account's file.
        Assert.NotEqual(file.Id, await Files.AdmitAsync(new Newcomer(null, null, [new Contact(ContactKind.Email, "anna@b.example", false)], "c40"), null, default));
    }

    [Fact]
    public async Task No_table_is_forgotten_when_somebody_is_erased()
    {
        // A new table with a conversation or customer in it must be thought of in PostgresErasure, or named here because it holds
        // ids and numbers only (the embedded shop's orders are the books that law makes a store keep).
        string[] harmless = ["customer_conversation", "order_access", "service", "shop_order"];
        await using NpgsqlConnection connection = await bench.Database.Source.OpenConnectionAsync();
        string[] personal =
        [
            .. await connection.QueryAsync<string>("""
                select distinct table_name::text from information_schema.columns
                where table_schema = 'public' and column_name in ('conversation_id', 'customer_id', 'user_id')
                """),
        ];
        Assert.All(personal.Except(harmless), table => Assert.Contains($" {table} ", PostgresErasure.OfCustomer + PostgresErasure.OfConversation + PostgresErasure.OfTickets, StringComparison.Ordinal));
    }
}
