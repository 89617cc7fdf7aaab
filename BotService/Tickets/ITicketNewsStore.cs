namespace SupportBot.Tickets;

/// <summary>What shoppers have still to be told of their tickets; the ticket's own transaction writes it, and newer news takes the place of older.</summary>
internal interface ITicketNewsStore
{
    /// <summary>Leases what is due to the caller, the oldest first; until the lease ends nobody else gets it.</summary>
    Task<IReadOnlyList<TicketNews>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>It is said, or cannot be; newer news of the same ticket stays.</summary>
    Task SettleAsync(TicketNews news, CancellationToken cancellation);
}
