namespace SupportBot.Dialogs.Tickets;

/// <summary>The shopper's complaints, visits and call-backs, as the dialogs report on them; made for one conversation.</summary>
public interface ITickets
{
    /// <summary>Those still open and those closed of late, the newest first; at most five.</summary>
    ValueTask<IReadOnlyList<TicketProgress>> RecentAsync(CancellationToken cancellation);

    /// <summary>The one with this reference, wherever it was opened: whoever can quote it may know how it stands. Null when there is none.</summary>
    ValueTask<TicketProgress?> FindAsync(string reference, CancellationToken cancellation);
}

/// <summary>How far a ticket has come, as a shopper is told.</summary>
public enum TicketStage
{
    /// <summary>Nobody has it yet.</summary>
    Open,
    InProgress,

    /// <summary>Another department is doing its part.</summary>
    HandedOver,

    /// <summary>Done, and to be confirmed by a call.</summary>
    Verifying,
    Closed,
}

/// <param name="Reference">What the shopper quotes.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="OpenedAt">When it was opened, in the store's time zone, as are all times here.</param>
/// <param name="DueAt">By when it is meant to be done; of a visit or call agreed on, when that is.</param>
/// <param name="ClosedAt">When it was closed.</param>
public sealed record TicketProgress(string Reference, TicketKind Kind, TicketStage Stage, DateTime OpenedAt, DateTime DueAt, DateTime? ClosedAt);
