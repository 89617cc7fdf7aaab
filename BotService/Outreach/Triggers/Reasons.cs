using SupportBot.Dialogs.Orders;
using SupportBot.Outreach.Sending;
using SupportBot.Shop;

namespace SupportBot.Outreach.Triggers;

/// <summary>How the reason of a reminder stands.</summary>
internal enum ReasonState
{
    Gone,

    /// <summary>Nobody can tell at this moment.</summary>
    Unsure,
}

/// <summary>Asks, at the moment of sending, whether what a reminder is about is still so.</summary>
internal sealed class Reasons(IShop shop)
{
    /// <summary>Null while it is.</summary>
    public async ValueTask<ReasonState?> JudgeAsync(string happened, Recipient recipient, CancellationToken cancellation)
    {
        if (!OutreachEvents.IsAboutOrder(happened) || recipient.Subject is not { } number)
        {
            return null;
        }

        Found<Order> found = await shop.OrderAsync(number, cancellation);
        return found.Outcome == LookUp.Unavailable ? ReasonState.Unsure
            : found.Value is { } order && Holds(happened, order.Status) ? null
            : ReasonState.Gone;
    }

    private static bool Holds(string happened, OrderStatus status) => happened switch
    {
        OutreachEvents.OrderUnpaid => status == OrderStatus.Unpaid,
        OutreachEvents.OrderShipped => status is OrderStatus.Sent or OrderStatus.OutForDelivery or OrderStatus.Delivered,
        OutreachEvents.OrderDelivered => status == OrderStatus.Delivered,
        _ => true,
    };
}
