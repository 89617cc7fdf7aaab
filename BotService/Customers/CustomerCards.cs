using System.Text.Json;
using SupportBot.Access;
using SupportBot.Dialogs.Orders;
using SupportBot.Shop;

namespace SupportBot.Customers;

/// <summary>Makes the card of a customer for whoever looks at it.</summary>
internal sealed class CustomerCards(ICustomerStore store, IShop shop)
{
    private const int MostOrders = 10;

    public async Task<CustomerCard> OfAsync(Customer customer, StaffMember member, CancellationToken cancellation)
    {
        List<Order> orders = [];
        foreach (string shopId in customer.ShopIds)
        {
            // A shop that does not answer leaves the card without orders, not the agent without a card.
            orders.AddRange((await shop.OrdersOfAsync(shopId, MostOrders, cancellation)).Value ?? []);
        }

        CustomerOrder[] newest =
        [
            .. orders.OrderByDescending(order => order.PlacedAt).Take(MostOrders).Select(order =>
                new CustomerOrder(order.Number, JsonNamingPolicy.CamelCase.ConvertName(order.Status.ToString()), order.Charges.Total, order.Currency, order.PlacedAt)),
        ];
        return CustomerCard.Of(customer, member.May(Permission.CustomersUnmask), newest);
    }

    /// <summary>The card of a conversation's shopper; null while nothing is known of them.</summary>
    public async Task<CustomerCard?> OfConversationAsync(string conversationId, StaffMember member, CancellationToken cancellation) =>
        await store.OfConversationAsync(conversationId, cancellation) is { } customer ? await OfAsync(customer, member, cancellation) : null;
}
