using SupportBot.Access;
using SupportBot.BotService.Tests.Shop;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;
using SupportBot.Shop;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>What every adapter of the embedded shop's stores promises.</summary>
public abstract class ShopStoresContract
{
    private static readonly DateOnly Today = new(2026, 3, 29);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private protected abstract IProductStore Products { get; }

    private protected abstract IOrderStore Orders { get; }

    private protected abstract IRestockNotices Notices { get; }

    private protected abstract IOrderProofs Proofs { get; }

    private protected abstract IShopperIdentityStore Shoppers { get; }

    private protected ManualTime Time { get; } = new();

    [Fact]
    public async Task Products_come_back_as_they_went_in_in_their_order()
    {
        ProductOffer mug = Ordered.Offer("mug", Ordered.Variant("M1", 3) with { Size = "L", RestockOn = Today }, Ordered.Variant("M2", 0, 12.35m));
        await Products.SaveAsync([mug, Ordered.Offer("hat", Ordered.Variant("H1", 1))], default);
        IReadOnlyList<Product> found = await Products.ProductsAsync(Today, default);
        Assert.Equal(["mug", "hat"], found.Select(product => product.Id));
        Assert.Equal(mug.Product.Variants, found[0].Variants);
        Assert.Equal("mug中文", found[0].Name["zh"]);
    }

    [Fact]
    public async Task Saved_again_a_product_is_brought_up_to_date_and_others_stay()
    {
        await Products.SaveAsync([Ordered.Offer("mug", Ordered.Variant("M1", 3), Ordered.Variant("M2", 1))], default);
        long before = await Products.RevisionAsync(default);
        await Products.SaveAsync([Ordered.Offer("mug", Ordered.Variant("M2", 9, 8))], default);
        Product mug = Assert.Single(await Products.ProductsAsync(Today, default));
        Assert.Equal([("M1", 3, 10m), ("M2", 9, 8m)], mug.Variants.Select(variant => (variant.Sku, variant.Stock, variant.Price)));
        Assert.True(await Products.RevisionAsync(default) > before);
    }

    [Theory]
    [InlineData(-1, "20 ")]
    [InlineData(0, "15 20")]
    [InlineData(2, "15 20")]
    [InlineData(3, "20 ")]
    public async Task An_offer_holds_from_its_first_day_to_its_last(int day, string prices)
    {
        ProductOffer reduced = Ordered.Offer("mug", Ordered.Variant("M1", 3, 15) with { FullPrice = 20 }) with { Promotion = new Promotion(Today, Today.AddDays(2)) };
        await Products.SaveAsync([reduced], default);
        Variant variant = Assert.Single(Assert.Single(await Products.ProductsAsync(Today.AddDays(day), default)).Variants);
        Assert.Equal(prices, $"{variant.Price:0} {variant.FullPrice:0}");
    }

    [Fact]
    public async Task A_customer_has_their_own_orders_newest_first()
    {
        await Orders.SaveAsync([.. Enumerable.Range(0, 5).Select(at => Ordered.Order($"A{at}", OrderStatus.Sent, at == 3 ? "other" : "ada", Ordered.Noon.AddDays(at)))], default);
        Assert.Equal(["A4", "A2", "A1"], (await Orders.OfCustomerAsync("ada", 3, default)).Select(order => order.Number));
        Assert.Empty(await Orders.OfCustomerAsync("nobody", 3, default));
        Assert.Equivalent(Ordered.Order("A3", OrderStatus.Sent, "other", Ordered.Noon.AddDays(3)), await Orders.FindAsync("A3", default), strict: true);
    }

    [Fact]
    public async Task A_change_is_made_once_for_its_key_however_many_ask_at_once()
    {
        await Orders.SaveAsync([Ordered.Order("A1", OrderStatus.Received)], default);
        OrderChange change = Ordered.Change(OrderChangeKind.Cancel, "A1");
        int judged = 0;
        ShopChange[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Orders.ChangeAsync(change, (order, _) => Cancelled(order!, ref judged), default)));
        Assert.All(results, result => Assert.Equal(new ShopChange(ShopOutcome.Done, "C-1"), result));
        Assert.Equal((1, OrderStatus.Cancelled), (judged, (await Orders.FindAsync("A1", default))!.Status));
        ShopChange other = await Orders.ChangeAsync(change with { OrderNumber = "A2" }, (order, _) => Cancelled(order!, ref judged), default);
        Assert.Equal((ShopOutcome.Conflict, 1), (other.Outcome, judged));
    }

    [Fact]
    public async Task A_change_that_fails_half_way_leaves_nothing_behind()
    {
        await Orders.SaveAsync([Ordered.Order("A1", OrderStatus.Received)], default);
        OrderChange change = Ordered.Change(OrderChangeKind.Cancel, "A1");
        await Assert.ThrowsAnyAsync<Exception>(() => Orders.ChangeAsync(change, (_, _) => throw new InvalidOperationException(), default));
        int judged = 0;
        Assert.Equal(ShopOutcome.Done, (await Orders.ChangeAsync(change, (order, _) => Cancelled(order!, ref judged), default)).Outcome);
    }

    [Fact]
    public async Task A_notice_waits_once_for_a_conversation_until_it_is_told()
    {
        await Notices.AddAsync(new RestockNotice("k1", "M1", "c1", "zh"), default);
        await Notices.AddAsync(new RestockNotice("k1", "M1", "c1", "zh"), default);
        await Notices.AddAsync(new RestockNotice("k2", "M1", "c1", "zh"), default);
        Assert.Equal("M1", Assert.Single(await Notices.WaitedForAsync(default)));
        Assert.Equal(new RestockNotice("k1", "M1", "c1", "zh"), Assert.Single(await Notices.WaitingAsync("M1", 10, default)));
        Assert.Empty(await Notices.WaitingAsync("M2", 10, default));
        await Notices.ToldAsync("k1", default);
        Assert.Empty(await Notices.WaitedForAsync(default));
        await Notices.AddAsync(new RestockNotice("k1", "M1", "c1", "zh"), default);
        Assert.Empty(await Notices.WaitingAsync("M1", 10, default));
    }

    [Fact]
    public async Task Attempts_are_counted_together_given_back_and_forgotten_in_time()
    {
        ProofScope[] scopes = [new("visitor", 2), new("address", 3)];
        Assert.True(await Proofs.TakeAttemptAsync(scopes, Hour, default));
        Assert.True(await Proofs.TakeAttemptAsync(scopes, Hour, default));
        Assert.False(await Proofs.TakeAttemptAsync(scopes, Hour, default));
        Assert.True(await Proofs.TakeAttemptAsync([new("other visitor", 2), scopes[1]], Hour, default));
        Assert.False(await Proofs.TakeAttemptAsync([new("third visitor", 2), scopes[1]], Hour, default));
        await Proofs.GiveBackAsync(scopes, default);
        Assert.True(await Proofs.TakeAttemptAsync(scopes, Hour, default));
        Assert.False(await Proofs.TakeAttemptAsync(scopes, Hour, default));
        Time.Advance(Hour);
        Assert.True(await Proofs.TakeAttemptAsync(scopes, Hour, default));
    }

    [Fact]
    public async Task Many_attempts_at_once_get_no_more_than_the_limit()
    {
        bool[] taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Proofs.TakeAttemptAsync([new("visitor", 5)], Hour, default)));
        Assert.Equal(5, taken.Count(took => took));
    }

    [Fact]
    public async Task Access_is_granted_to_one_conversation_and_order()
    {
        await Proofs.GrantAsync("c1", "A1", default);
        await Proofs.GrantAsync("c1", "A1", default);
        Assert.True(await Proofs.IsGrantedAsync("c1", "A1", default));
        Assert.False(await Proofs.IsGrantedAsync("c2", "A1", default));
        Assert.False(await Proofs.IsGrantedAsync("c1", "A2", default));
    }

    [Fact]
    public async Task A_conversation_never_passes_to_another_customer()
    {
        Assert.Null(await Shoppers.FindAsync("c1", default));
        Assert.True(await Shoppers.BindAsync("c1", new Shopper("ada", "Ada", "ada@example.com", false), default));
        Assert.True(await Shoppers.BindAsync("c1", new Shopper("ada", "Ada King", null, true), default));
        Assert.False(await Shoppers.BindAsync("c1", new Shopper("bob", "Bob", null, false), default));
        Assert.Equal(new Shopper("ada", "Ada King", null, true), await Shoppers.FindAsync("c1", default));
    }

    private static OrderEdit Cancelled(Order order, ref int judged)
    {
        judged++;
        return new OrderEdit(new ShopChange(ShopOutcome.Done, "C-1"), order with { Status = OrderStatus.Cancelled });
    }
}
