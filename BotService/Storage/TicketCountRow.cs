using SupportBot.Dialogs;
using SupportBot.Tickets;

namespace SupportBot.Storage;

/// <summary>
/// How many tickets of one kind, category and owner there were, as Dapper reads it. With properties, because SQLite tells no type
/// for a sum that a constructor could be chosen by.
/// </summary>
internal sealed record TicketCountRow
{
    public long Kind { get; init; }
    public string Category { get; init; } = "";
    public string? OwnerId { get; init; }
    public string? OwnerName { get; init; }
    public long Opened { get; init; }
    public long Closed { get; init; }
    public long ClosedLate { get; init; }
    public long Escalated { get; init; }

    public TicketCount Count() => new((TicketKind)Kind, Category, OwnerId, OwnerName, Opened, Closed, ClosedLate, Escalated);
}
