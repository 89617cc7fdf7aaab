using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>Opens the shop's orders to the shopper of one conversation: <see cref="ForAsync"/> is what a turn takes.</summary>
internal sealed class ShopperOrders(IShop shop, IOrderProofs proofs, IShopperIdentityStore shoppers, StorePolicy policy, IOptions<ShopOptions> options)
{
    /// <summary>The orders as this conversation's shopper may see them.</summary>
    public async ValueTask<IOrders> ForAsync(Conversation conversation, CancellationToken cancellation)
    {
        Shopper? shopper = await shoppers.FindAsync(conversation.Id, cancellation);
        ShopOptions limits = options.Value;
        string address = conversation.UserId is { } user ? $"{conversation.Channel} {VisitorAddress.In(user)}" : $"conversation {conversation.Id}";
        ProofScope[] scopes = [new($"conversation {conversation.Id}", limits.ProofAttempts), new($"address {address}", limits.ProofAttemptsPerAddress)];
        return new OrdersOfShopper(shop, proofs, policy.Rules, shopper, conversation.Id, scopes, limits);
    }

    /// <summary>Whether the conversation may change an order: its customer's own, or one it has proved theirs. Asked again before the change leaves the house.</summary>
    public async ValueTask<bool> MayChangeAsync(string conversationId, string number, CancellationToken cancellation)
    {
        string normal = OrderNumber.Normal(number);
        if (await proofs.IsGrantedAsync(conversationId, normal, cancellation))
        {
            return true;
        }

        if (await shoppers.FindAsync(conversationId, cancellation) is not { } shopper)
        {
            return false;
        }

        // A shop that is down decides nothing: the change itself will find it down too.
        Found<Order> found = await shop.OrderAsync(normal, cancellation);
        return found.Outcome == LookUp.Unavailable || found.Value?.CustomerId == shopper.Id;
    }
}
