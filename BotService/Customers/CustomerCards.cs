using SupportBot.Access;

namespace SupportBot.Customers;

/// <summary>Makes the card of a customer for whoever looks at it.</summary>
internal sealed class CustomerCards(ICustomerStore store)
{
    public Task<CustomerCard> OfAsync(Customer customer, StaffMember member, CancellationToken cancellation) =>
        Task.FromResult(CustomerCard.Of(customer, member.May(Permission.CustomersUnmask), []));

    /// <summary>The card of a conversation's shopper; null while nothing is known of them.</summary>
    public async Task<CustomerCard?> OfConversationAsync(string conversationId, StaffMember member, CancellationToken cancellation) =>
        await store.OfConversationAsync(conversationId, cancellation) is { } customer ? await OfAsync(customer, member, cancellation) : null;
}
