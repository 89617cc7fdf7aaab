using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Dialogs.Orders;
using SupportBot.Shop;

namespace SupportBot.BotService.Tests.Shop;

/// <summary>Who sees which order: nobody another's, and nobody learns by trying which numbers exist.</summary>
public sealed class ShopperOrdersTests(DemoService demo) : IClassFixture<DemoService>
{
    private const string Email = "Ada.King@example.com";
    private static int made;

    private ShopperOrders Door => demo.Running.Get<ShopperOrders>();

    [Fact]
    public async Task A_guest_without_proof_learns_nothing_of_any_number()
    {
        string number = await OrderAsync(customer: "C-77");
        IOrders guest = await GuestAsync();
        Assert.False(guest.SignedIn);
        Assert.Empty((await guest.MineAsync(default)).Value!);
        Assert.Equal(new Found<Order>(LookUp.ProofNeeded), await guest.FindAsync(number, null, default));
        Assert.Equal(new Found<Order>(LookUp.ProofNeeded), await guest.FindAsync("A10-99999", null, default));
        Assert.Equal(new Found<Order>(LookUp.ProofNeeded), await guest.FindAsync("", "  ", default));
    }

    [Theory]
    [InlineData("Ada.King@example.com")]
    [InlineData("  ada.king@EXAMPLE.com ")]
    [InlineData("ａｄａ.king@example.com")]
    [InlineData("+44 20 7946 0123")]
    [InlineData("020 7946 0123")]
    [InlineData("(020) 7946-0123")]
    [InlineData("00442079460123")]
    public async Task The_email_or_phone_on_it_opens_an_order(string proof)
    {
        string number = await OrderAsync();
        Assert.Equal(number, (await (await GuestAsync()).FindAsync($" {number.ToLowerInvariant()} ", proof, default)).Value!.Number);
    }

    [Theory]
    [InlineData("ada.king@example.co")]
    [InlineData("king@example.com")]
    [InlineData("0123")]
    [InlineData("7946 0124")]
    [InlineData("946 0123")]
    [InlineData("%")]
    [InlineData("' or 1=1 --")]
    [InlineData("@")]
    public async Task Wrong_and_missing_get_the_same_answer(string proof)
    {
        string number = await OrderAsync();
        Assert.Equal(await (await GuestAsync()).FindAsync("A10-00000", proof, default), await (await GuestAsync()).FindAsync(number, proof, default));
        Assert.Equal(new Found<Order>(LookUp.NotFound), await (await GuestAsync()).FindAsync(number, proof, default));
    }

    [Fact]
    public async Task An_order_without_a_phone_is_not_opened_by_an_empty_one()
    {
        string number = NewNumber();
        await demo.Running.Get<IOrderStore>().SaveAsync([Ordered.Order(number, OrderStatus.Sent) with { Phone = null, Email = "" }], default);
        foreach (string proof in (string[])["-", "0", "  -  ", "phone"])
        {
            Assert.Equal(LookUp.NotFound, (await (await GuestAsync()).FindAsync(number, proof, default)).Outcome);
        }
    }

    [Fact]
    public async Task After_five_wrong_proofs_not_even_the_right_one_is_looked_at()
    {
        string number = await OrderAsync();
        Conversation conversation = NewConversation();
        IOrders guest = await Door.ForAsync(conversation, default);
        for (int attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(LookUp.NotFound, (await guest.FindAsync(attempt % 2 == 0 ? number : "A10-00000", $"wrong{attempt}@example.com", default)).Outcome);
        }

        Assert.Equal(LookUp.TooManyAttempts, (await guest.FindAsync(number, Email, default)).Outcome);
        Assert.Equal(LookUp.TooManyAttempts, (await (await Door.ForAsync(conversation, default)).FindAsync("A10-00000", Email, default)).Outcome);
        Assert.Equal(LookUp.Found, (await (await GuestAsync()).FindAsync(number, Email, default)).Outcome);
    }

    [Fact]
    public async Task Many_conversations_of_one_address_share_its_attempts()
    {
        string user = demo.Running.Get<VisitorAddress>().Sign("dl_x", System.Net.IPAddress.Parse("203.0.113.9"));
        List<LookUp> outcomes = [];
        for (int attempt = 0; attempt < 25; attempt++)
        {
            Conversation fresh = NewConversation() with { UserId = user.Replace("dl_x", $"dl_{attempt}", StringComparison.Ordinal) };
            outcomes.Add((await (await Door.ForAsync(fresh, default)).FindAsync($"A10-7{attempt:0000}", Email, default)).Outcome);
        }

        Assert.Equal(20, outcomes.Count(outcome => outcome == LookUp.NotFound));
        Assert.Equal(5, outcomes.Count(outcome => outcome == LookUp.TooManyAttempts));
    }

    [Fact]
    public async Task One_order_cannot_be_guessed_at_from_many_addresses()
    {
        string number = await OrderAsync();
        List<LookUp> outcomes = [];
        for (int attempt = 0; attempt < 21; attempt++)
        {
            outcomes.Add((await (await GuestAsync()).FindAsync(number, $"guess{attempt}@example.com", default)).Outcome);
        }

        Assert.Equal(LookUp.TooManyAttempts, outcomes[^1]);
    }

    [Fact]
    public async Task Proofs_tried_at_once_get_no_more_looks_than_one_after_another()
    {
        string number = await OrderAsync();
        IOrders guest = await GuestAsync();
        Found<Order>[] found = await Task.WhenAll(Enumerable.Range(0, 30).Select(attempt => guest.FindAsync(number, $"guess{attempt}@example.com", default).AsTask()));
        Assert.Equal(5, found.Count(result => result.Outcome == LookUp.NotFound));
    }

    [Fact]
    public async Task A_right_proof_given_again_is_never_counted()
    {
        string number = await OrderAsync();
        IOrders guest = await GuestAsync();
        for (int time = 0; time < 10; time++)
        {
            Assert.Equal(LookUp.Found, (await guest.FindAsync(number, Email, default)).Outcome);
        }
    }

    [Fact]
    public async Task A_customer_sees_their_own_and_needs_proof_for_anothers()
    {
        string own = await OrderAsync(customer: "C-ada");
        string others = await OrderAsync(customer: "C-bob");
        Conversation conversation = NewConversation();
        await demo.Running.Get<IShopperIdentityStore>().BindAsync(conversation.Id, new Shopper("C-ada", "Ada", null, true), default);
        IOrders ada = await Door.ForAsync(conversation, default);
        Assert.True(ada.SignedIn && ada.Shopper!.Vip);
        Assert.Equal([own], (await ada.MineAsync(default)).Value!.Select(order => order.Number));
        Assert.Equal(LookUp.Found, (await ada.FindAsync(own, null, default)).Outcome);
        Assert.Equal(new Found<Order>(LookUp.ProofNeeded), await ada.FindAsync(others, null, default));
        Assert.Equal(new Found<Order>(LookUp.ProofNeeded), await ada.FindAsync("A10-99999", null, default));
    }

    [Fact]
    public async Task Only_what_was_shown_may_be_changed()
    {
        string number = await OrderAsync(customer: "C-bob");
        Conversation conversation = NewConversation();
        Assert.False(await Door.MayChangeAsync(conversation.Id, number, default));
        await (await Door.ForAsync(conversation, default)).FindAsync(number, Email, default);
        Assert.True(await Door.MayChangeAsync(conversation.Id, number, default));
        Assert.False(await Door.MayChangeAsync(NewConversation().Id, number, default));

        Conversation bobs = NewConversation();
        await demo.Running.Get<IShopperIdentityStore>().BindAsync(bobs.Id, new Shopper("C-bob", null, null, false), default);
        Assert.True(await Door.MayChangeAsync(bobs.Id, number, default));
    }

    private static Conversation NewConversation() => new($"conversation-{Interlocked.Increment(ref made)}-{Guid.NewGuid():N}", "directline", $"dl_{Guid.NewGuid():N}", 0, 0, Owner.Bot, null, null);

    private static string NewNumber() => $"T-{Interlocked.Increment(ref made)}";

    private ValueTask<IOrders> GuestAsync() => Door.ForAsync(NewConversation(), default);

    private async Task<string> OrderAsync(string? customer = null)
    {
        string number = NewNumber();
        await demo.Running.Get<IOrderStore>().SaveAsync([Ordered.Order(number, OrderStatus.Sent, customer)], default);
        return number;
    }
}
