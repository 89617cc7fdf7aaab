using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;
using SupportBot.Shop;

namespace SupportBot.BotService.Tests.Shop;

/// <summary>What every adapter of <see cref="IShop"/> promises.</summary>
public abstract class ShopContract
{
    private protected abstract IShop Shop { get; }

    /// <summary>Puts orders into the shop behind the adapter, which also sells MUG-1, HAT-1 (sold out) and HAT-2.</summary>
    private protected abstract Task KeepAsync(params Order[] orders);

    [Fact]
    public async Task It_tells_what_it_sells()
    {
        Found<IReadOnlyList<Product>> found = await Shop.ProductsAsync(default);
        Assert.Equal(["mug", "hat"], found.Value!.Select(product => product.Id));
        Assert.Equal([("HAT-1", 0), ("HAT-2", 5)], found.Value![1].Variants.Select(variant => (variant.Sku, variant.Stock)));
        Assert.True(await Shop.IsHealthyAsync(default));
    }

    [Fact]
    public async Task An_order_comes_whole_or_is_not_there()
    {
        Order order = Ordered.Order("A10-1", OrderStatus.Delivered, "ada") with
        {
            Parcels = [new Parcel("DPD", "DP1", "https://example.com/DP1", OrderStatus.Delivered, new DateOnly(2026, 3, 28))],
            Refund = new Refund(10, Ordered.Noon, null, new DateOnly(2026, 4, 4), "card"),
        };
        await KeepAsync(order);
        Assert.Equivalent(order, (await Shop.OrderAsync("A10-1", default)).Value, strict: true);
        Assert.Equal(LookUp.NotFound, (await Shop.OrderAsync("A10-2", default)).Outcome);
        Assert.Equal(LookUp.NotFound, (await Shop.OrderAsync("../products", default)).Outcome);
    }

    [Fact]
    public async Task A_customers_orders_come_newest_first()
    {
        await KeepAsync(
            Ordered.Order("A10-1", OrderStatus.Sent, "ada", Ordered.Noon.AddDays(-2)),
            Ordered.Order("A10-2", OrderStatus.Sent, "bob"),
            Ordered.Order("A10-3", OrderStatus.Sent, "ada"));
        Assert.Equal(["A10-3", "A10-1"], (await Shop.OrdersOfAsync("ada", 20, default)).Value!.Select(order => order.Number));
        Assert.Empty((await Shop.OrdersOfAsync("nobody", 20, default)).Value!);
    }

    [Theory]
    [InlineData(OrderChangeKind.Cancel, OrderStatus.Received, OrderStatus.Cancelled)]
    [InlineData(OrderChangeKind.ChangeAddress, OrderStatus.Received, OrderStatus.Received)]
    [InlineData(OrderChangeKind.Return, OrderStatus.Delivered, OrderStatus.Returning)]
    [InlineData(OrderChangeKind.Exchange, OrderStatus.Delivered, OrderStatus.Returning)]
    [InlineData(OrderChangeKind.Invoice, OrderStatus.Sent, OrderStatus.Sent)]
    public async Task A_change_is_carried_out(OrderChangeKind kind, OrderStatus before, OrderStatus after)
    {
        await KeepAsync(Ordered.Order("A10-1", before));
        ShopChange change = await Shop.ChangeAsync(Ordered.Change(kind, "A10-1"), default);
        Assert.Equal(ShopOutcome.Done, change.Outcome);
        Assert.NotEmpty(change.Reference!);
        Order changed = (await Shop.OrderAsync("A10-1", default)).Value!;
        Assert.Equal(after, changed.Status);
        Assert.Equal(kind == OrderChangeKind.ChangeAddress ? "York" : "London", changed.ShipTo.City);
        Assert.Equal(kind == OrderChangeKind.Invoice, changed.InvoiceUrl is not null);
        Assert.Equal(kind is OrderChangeKind.Cancel or OrderChangeKind.Return, changed.Refund is not null);
    }

    [Fact]
    public async Task The_policy_is_enforced_and_its_rule_told()
    {
        await KeepAsync(Ordered.Order("A10-1", OrderStatus.Packing), Ordered.Order("A10-2", OrderStatus.Delivered));
        Assert.Equal((ShopOutcome.Refused, PolicyRule.AlreadyPacked), await OutcomeAsync(Ordered.Change(OrderChangeKind.Cancel, "A10-1")));
        Assert.Equal((ShopOutcome.Refused, PolicyRule.SoldOut), await OutcomeAsync(Ordered.Change(OrderChangeKind.Exchange, "A10-2") with { WantedSku = "HAT-1" }));
        Assert.Equal((ShopOutcome.NotFound, PolicyRule.Allowed), await OutcomeAsync(Ordered.Change(OrderChangeKind.Cancel, "A10-9")));
        Assert.Equal(OrderStatus.Packing, (await Shop.OrderAsync("A10-1", default)).Value!.Status);
    }

    [Fact]
    public async Task The_same_key_gives_the_first_answer_again_and_another_change_under_it_a_conflict()
    {
        await KeepAsync(Ordered.Order("A10-1", OrderStatus.Received), Ordered.Order("A10-2", OrderStatus.Received));
        OrderChange change = Ordered.Change(OrderChangeKind.Cancel, "A10-1", "key 1|é");
        ShopChange first = await Shop.ChangeAsync(change, default);
        Assert.Equal(first, await Shop.ChangeAsync(change, default));
        Assert.Equal(ShopOutcome.Conflict, (await Shop.ChangeAsync(change with { OrderNumber = "A10-2" }, default)).Outcome);
        Assert.Equal(OrderStatus.Received, (await Shop.OrderAsync("A10-2", default)).Value!.Status);
        Assert.Equal((ShopOutcome.Refused, PolicyRule.AlreadyCancelled), await OutcomeAsync(change with { Key = "key 2" }));
    }

    private async Task<(ShopOutcome, PolicyRule)> OutcomeAsync(OrderChange change)
    {
        ShopChange result = await Shop.ChangeAsync(change, default);
        return (result.Outcome, result.Rule);
    }
}
