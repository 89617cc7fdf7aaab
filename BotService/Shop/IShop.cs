using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;

namespace SupportBot.Shop;

/// <summary>The shop behind the bot: embedded, or the store's own over REST. It trusts its caller; who may see what is <see cref="ShopperOrders"/>' business.</summary>
internal interface IShop
{
    /// <summary>Everything that is sold; <see cref="LookUp.Unavailable"/> when the shop does not answer.</summary>
    ValueTask<Found<IReadOnlyList<Product>>> ProductsAsync(CancellationToken cancellation);

    ValueTask<Found<Order>> OrderAsync(string number, CancellationToken cancellation);

    /// <summary>A customer's orders, newest first.</summary>
    ValueTask<Found<IReadOnlyList<Order>>> OrdersOfAsync(string customerId, int limit, CancellationToken cancellation);

    /// <summary>Carries out a change once for each <see cref="OrderChange.Key"/>; again with the same key it gives the first outcome.</summary>
    Task<ShopChange> ChangeAsync(OrderChange change, CancellationToken cancellation);

    ValueTask<bool> IsHealthyAsync(CancellationToken cancellation);
}
