using SupportBot.Customers;
using SupportBot.Dialogs.Tickets;

namespace SupportBot.Tickets;

/// <summary>The tickets of one conversation's shopper as the dialogs report on them, in the store's time.</summary>
internal sealed class ConversationTickets(ITicketStore store, ICustomerStore customers, string conversationId, TimeZoneInfo zone, TimeProvider time) : ITickets
{
    private const int Most = 5;
    private static readonly TimeSpan ClosedWithin = TimeSpan.FromDays(30);

    public async ValueTask<IReadOnlyList<TicketProgress>> RecentAsync(CancellationToken cancellation)
    {
        // A file that was found by an e-mail address somebody merely named tells nothing of its other conversations.
        Customer? vouched = await customers.OfConversationAsync(conversationId, cancellation) is { ShopIds.Count: > 0 } customer ? customer : null;
        return [.. (await store.OfShopperAsync(conversationId, vouched?.Id, time.GetUtcNow() - ClosedWithin, Most, cancellation)).Select(Of)];
    }

    public async ValueTask<TicketProgress?> FindAsync(string reference, CancellationToken cancellation) =>
        await store.OfReferenceAsync(reference, cancellation) is { } ticket ? Of(ticket) : null;

    private TicketProgress Of(Ticket ticket) => new(ticket.Reference, ticket.Kind, StageOf(ticket.Status), Local(ticket.CreatedAt), Local(ticket.DueAt), ticket.ClosedAt is { } closed ? Local(closed) : null);

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).DateTime;

    private static TicketStage StageOf(TicketStatus status) => status switch
    {
        TicketStatus.Open => TicketStage.Open,
        TicketStatus.InProgress => TicketStage.InProgress,
        TicketStatus.Waiting => TicketStage.HandedOver,
        TicketStatus.Verifying => TicketStage.Verifying,
        TicketStatus.Closed => TicketStage.Closed,
    };
}
