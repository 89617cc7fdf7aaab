using SupportBot.Dialogs.Orders;
using SupportBot.Tickets;

namespace SupportBot.Outreach.Triggers;

/// <summary>What has happened in the house itself that reminders and call-backs follow.</summary>
internal interface IFollowUpSource
{
    /// <summary>Work orders that were closed since a moment.</summary>
    ValueTask<IReadOnlyList<Ticket>> ServicesClosedAsync(DateTimeOffset since, CancellationToken cancellation);

    /// <summary>Orders of the embedded shop placed since a moment, by customers who have a file.</summary>
    ValueTask<IReadOnlyList<(string CustomerId, Order Order)>> OrdersAsync(DateTimeOffset since, CancellationToken cancellation);
}
