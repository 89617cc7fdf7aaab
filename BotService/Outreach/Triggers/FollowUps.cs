using Microsoft.Extensions.Options;
using SupportBot.Dialogs;
using SupportBot.Dialogs.Orders;
using SupportBot.Outreach.Campaigns;
using SupportBot.Shop;
using SupportBot.Tickets;

namespace SupportBot.Outreach.Triggers;

/// <summary>
/// Looks for what has happened in the house: a finished service brings a call-back, and both it and the embedded shop's orders bring the
/// reminders that are switched on. Looking again finds the same and plans nothing more.
/// </summary>
internal sealed class FollowUps(
    IFollowUpSource source, ITicketStore tickets, TicketDesk desk, ICampaignStore campaigns, EventIntake intake, IOptions<OutreachOptions> options, IOptions<ShopOptions> shop, TimeProvider time)
{
    private const string Category = "followUp";

    // Whatever stood still for less than this misses nothing.
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(3);
    private static readonly TimeSpan OrdersBack = TimeSpan.FromDays(60);

    public async Task LookAsync(CancellationToken cancellation)
    {
        foreach (Ticket service in await source.ServicesClosedAsync(time.GetUtcNow() - LookBack, cancellation))
        {
            await CallBackAsync(service, cancellation);
            if (service is { CustomerId: { } customer, ClosedAt: { } closed })
            {
                await intake.TakeAsync(new OutreachEvent(OutreachEvents.ServiceFinished, customer, service.Reference, closed, FactsOf(service.OrderNumber)), cancellation);
            }
        }

        bool wanted = (await campaigns.RunningAsync(cancellation)).Any(campaign => campaign.Plan.Event is { } happened && OutreachEvents.IsAboutOrder(happened));
        if (wanted && !shop.Value.IsRemote)
        {
            foreach ((string customer, Order order) in await source.OrdersAsync(time.GetUtcNow() - OrdersBack, cancellation))
            {
                foreach ((string happened, DateTimeOffset at) in EventsOf(order))
                {
                    await intake.TakeAsync(new OutreachEvent(happened, customer, order.Number, at, FactsOf(order.Number)), cancellation);
                }
            }
        }
    }

    /// <summary>What an order's own history tells.</summary>
    private static IEnumerable<(string Happened, DateTimeOffset At)> EventsOf(Order order)
    {
        if (order.Status == OrderStatus.Unpaid)
        {
            yield return (OutreachEvents.OrderUnpaid, order.PlacedAt);
        }

        if (order.Timeline.FirstOrDefault(step => step.Status == OrderStatus.Sent) is { } sent)
        {
            yield return (OutreachEvents.OrderShipped, sent.At);
        }

        if (order.DeliveredAt is { } delivered)
        {
            yield return (OutreachEvents.OrderDelivered, delivered);
        }
    }

    /// <summary>A call to the shopper some days after, for whoever had the service.</summary>
    private async Task CallBackAsync(Ticket service, CancellationToken cancellation)
    {
        string id = $"follow-{service.Id}";
        if (options.Value.CallBackAfter == TimeSpan.Zero || service.ClosedAt is not { } closed || await tickets.FindAsync(id, cancellation) is not null)
        {
            return;
        }

        DateTimeOffset now = time.GetUtcNow();
        Ticket call = new()
        {
            Id = id,
            Reference = $"{service.Reference}-C",
            Kind = TicketKind.CallBack,
            Level = service.Level,
            Status = service.OwnerId is null ? TicketStatus.Open : TicketStatus.InProgress,
            Category = Category,
            Title = service.Title,
            OwnerId = service.OwnerId,
            ConversationId = service.ConversationId,
            CustomerId = service.CustomerId,
            OrderNumber = service.OrderNumber,
            CreatedAt = now,
            Details = service.Details with { Follows = service.Id },
        };
        await desk.OpenAsync(call, closed + options.Value.CallBackAfter, new TicketEntry(now, null, null, "opened", service.Reference), null, cancellation);
    }

    private static Dictionary<string, string> FactsOf(string? order) => order is null ? [] : new() { ["order"] = order };
}
