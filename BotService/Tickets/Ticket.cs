using SupportBot.Dialogs;

namespace SupportBot.Tickets;

/// <summary>How far a ticket has come. The numbers are stored.</summary>
internal enum TicketStatus
{
    /// <summary>Nobody has it yet.</summary>
    Open = 0,
    InProgress = 1,

    /// <summary>Another department is to do its part.</summary>
    Waiting = 2,

    /// <summary>Done, and the shopper has said so or is being asked.</summary>
    Verifying = 3,
    Closed = 4,
}

/// <summary>A complaint, a work order or a promised call: one piece of work with one owner until it is closed.</summary>
internal sealed record Ticket
{
    public required string Id { get; init; }

    public required string Reference { get; init; }

    public required TicketKind Kind { get; init; }

    public TicketLevel Level { get; init; }

    public TicketStatus Status { get; init; }

    public required string Category { get; init; }

    public required string Title { get; init; }

    public string? OwnerId { get; init; }

    public string? Department { get; init; }

    public required TicketDetails Details { get; init; }

    public string? ConversationId { get; init; }

    public string? CustomerId { get; init; }

    public string? OrderNumber { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>When somebody is chased next; null when closed.</summary>
    public DateTimeOffset? CheckAt { get; init; }

    /// <summary>How often the owner was reminded.</summary>
    public int Chases { get; init; }

    /// <summary>How often the supervisors were told that it is late.</summary>
    public int Escalations { get; init; }

    public bool Verified { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public long Version { get; init; }

    public bool IsOverdue(DateTimeOffset now) => Status != TicketStatus.Closed && DueAt <= now;
}

/// <summary>What was said about it, and how the shopper is reached.</summary>
internal sealed record TicketDetails
{
    public string Description { get; init; } = "";

    public string? Wish { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    /// <summary>When the visit or the call was asked for, in the store's time zone.</summary>
    public DateTime? At { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];

    public string Locale { get; init; } = "en";

    /// <summary>The finished service that a call-back asks about.</summary>
    public string? Follows { get; init; }
}

/// <summary>A line of a ticket's history.</summary>
/// <param name="At">When.</param>
/// <param name="ActorId">Who of the staff; null for the service itself.</param>
/// <param name="ActorName">Their name then.</param>
/// <param name="Action">What: <c>opened</c>, <c>assigned</c>, <c>handedOver</c> …</param>
/// <param name="Detail">In which words or to whom.</param>
internal sealed record TicketEntry(DateTimeOffset At, string? ActorId, string? ActorName, string Action, string? Detail)
{
    /// <summary>What the shopper hears of it in the ticket's conversation; null for what is the staff's alone.</summary>
    public TicketNewsKind? News { get; init; }
}
