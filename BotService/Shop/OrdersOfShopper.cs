using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>
/// One shopper's way to the shop's orders. A customer sees their own; everybody else needs the e-mail or phone on the order, with limited
/// attempts. Wrong and missing give the same answer after the same work, and without a proof a number's existence is never told.
/// </summary>
internal sealed class OrdersOfShopper(
    IShop shop,
    IOrderProofs proofs,
    OrderRules rules,
    Shopper? shopper,
    string conversationId,
    IReadOnlyList<ProofScope> scopes,
    ShopOptions options) : IOrders
{
    private const int MostOrders = 20;

    public bool SignedIn => shopper is not null;

    public Shopper? Shopper => shopper;

    public OrderRules Rules => rules;

    public ValueTask<Found<IReadOnlyList<Order>>> MineAsync(CancellationToken cancellation) =>
        shopper is null ? ValueTask.FromResult(new Found<IReadOnlyList<Order>>(LookUp.Found, [])) : shop.OrdersOfAsync(shopper.Id, MostOrders, cancellation);

    public async ValueTask<Found<Order>> FindAsync(string number, string? proof, CancellationToken cancellation)
    {
        string normal = OrderNumber.Normal(number);
        if (normal.Length is 0 or > OrderNumber.Longest)
        {
            return new(string.IsNullOrWhiteSpace(proof) ? LookUp.ProofNeeded : LookUp.NotFound);
        }

        if (shopper is not null)
        {
            Found<Order> own = await shop.OrderAsync(normal, cancellation);
            if (own.Outcome == LookUp.Unavailable || own.Value?.CustomerId == shopper.Id)
            {
                return own;
            }
        }

        return string.IsNullOrWhiteSpace(proof) ? new(LookUp.ProofNeeded) : await ProveAsync(normal, proof, cancellation);
    }

    private async ValueTask<Found<Order>> ProveAsync(string number, string proof, CancellationToken cancellation)
    {
        ProofScope[] counted = [.. scopes, new($"order {number}", options.ProofAttemptsPerOrder)];
        bool known = await proofs.IsGrantedAsync(conversationId, number, cancellation);

        // Counted before it is looked at, so that many at once get no more looks than one after another.
        if (!known && !await proofs.TakeAttemptAsync(counted, options.ProofWindow, cancellation))
        {
            return new(LookUp.TooManyAttempts);
        }

        Found<Order> found = await shop.OrderAsync(number, cancellation);
        bool fits = ProofOfOrder.Fits(proof, found.Value);
        if (!known && (fits || found.Outcome == LookUp.Unavailable))
        {
            await proofs.GiveBackAsync(counted, cancellation);
        }

        if (!known && fits)
        {
            await proofs.GrantAsync(conversationId, number, cancellation);
        }

        return fits ? found : new(found.Outcome == LookUp.Unavailable ? LookUp.Unavailable : LookUp.NotFound);
    }
}
