using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;

namespace SupportBot.Shop;

/// <summary>The shop on the service's own database: the demo's, or a small store's that has no other.</summary>
internal sealed class EmbeddedShop(IProductStore products, IOrderStore orders, StorePolicy policy) : IShop
{
    public async ValueTask<Found<IReadOnlyList<Product>>> ProductsAsync(CancellationToken cancellation) =>
        new(LookUp.Found, await products.ProductsAsync(policy.Today, cancellation));

    public async ValueTask<Found<Order>> OrderAsync(string number, CancellationToken cancellation) =>
        await orders.FindAsync(number, cancellation) is { } order ? new(LookUp.Found, order) : new(LookUp.NotFound);

    public async ValueTask<Found<IReadOnlyList<Order>>> OrdersOfAsync(string customerId, int limit, CancellationToken cancellation) =>
        new(LookUp.Found, await orders.OfCustomerAsync(customerId, limit, cancellation));

    public Task<ShopChange> ChangeAsync(OrderChange change, CancellationToken cancellation)
    {
        OrderRules rules = policy.Rules;
        DateTimeOffset now = policy.Now;
        return orders.ChangeAsync(change, (order, stock) => OrderEdits.Of(order, change, stock, rules, now), cancellation);
    }

    public ValueTask<bool> IsHealthyAsync(CancellationToken cancellation) => ValueTask.FromResult(true);
}
