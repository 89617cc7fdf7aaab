using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>The embedded shop's orders.</summary>
internal interface IOrderStore
{
    ValueTask<Order?> FindAsync(string number, CancellationToken cancellation);

    /// <summary>A customer's orders, newest first.</summary>
    ValueTask<IReadOnlyList<Order>> OfCustomerAsync(string customerId, int limit, CancellationToken cancellation);

    Task SaveAsync(IReadOnlyList<Order> orders, CancellationToken cancellation);

    /// <summary>Judges and writes a change in one transaction, once for each key.</summary>
    /// <param name="change">What is asked for.</param>
    /// <param name="judge">What follows for the order as it stands, and the stock of the SKU wanted; must be pure.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    Task<ShopChange> ChangeAsync(OrderChange change, Func<Order?, int, OrderEdit> judge, CancellationToken cancellation);
}

/// <summary>What a change does.</summary>
/// <param name="After">The order from now on; null when it stays as it is.</param>
internal sealed record OrderEdit(ShopChange Result, Order? After)
{
    /// <summary>Pieces that come back (or, negative, are set aside), by SKU.</summary>
    public IReadOnlyList<(string Sku, int Pieces)> Stock { get; init; } = [];
}
