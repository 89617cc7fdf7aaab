using SupportBot.Dialogs.Orders;

namespace SupportBot.Access;

/// <summary>Who the shopper of a conversation is, once the store site has vouched for it.</summary>
internal interface IShopperIdentityStore
{
    ValueTask<Shopper?> FindAsync(string conversationId, CancellationToken cancellation);

    /// <summary>Gives the conversation to a customer, or renews what is known of its own.</summary>
    /// <returns>False when it is another customer's: nothing was written.</returns>
    Task<bool> BindAsync(string conversationId, Shopper shopper, CancellationToken cancellation);
}
