namespace SupportBot.Tickets;

/// <summary>What a shopper hears of their ticket. The numbers are stored.</summary>
internal enum TicketNewsKind
{
    /// <summary>A colleague has opened it for them.</summary>
    Opened = 0,

    /// <summary>It has an owner now.</summary>
    Taken = 1,

    HandedOver = 2,

    /// <summary>They were called and did not answer.</summary>
    NotReached = 3,

    Closed = 4,
    Reopened = 5,
}

/// <param name="Ticket">The ticket as it is now.</param>
/// <param name="Kind">What has become of it.</param>
/// <param name="Version">The ticket's version then, which names the occasion.</param>
internal sealed record TicketNews(Ticket Ticket, TicketNewsKind Kind, long Version);
