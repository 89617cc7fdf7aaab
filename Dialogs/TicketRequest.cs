namespace SupportBot.Dialogs;

/// <summary>What kind of work a ticket is. The numbers are stored.</summary>
public enum TicketKind
{
    Complaint = 0,

    /// <summary>Repair or installation at a time agreed on.</summary>
    WorkOrder = 1,

    /// <summary>Somebody promised to ring.</summary>
    CallBack = 2,
}

/// <summary>How grave a complaint is. The numbers are stored.</summary>
public enum TicketLevel
{
    General = 0,

    /// <summary>The shopper has complained about it before.</summary>
    Repeat = 1,

    /// <summary>Danger, injury, legal steps, the press, or a large sum.</summary>
    Severe = 2,
}

/// <summary>A ticket as the bot has taken it down.</summary>
public sealed record TicketRequest
{
    /// <summary>What the shopper is told to quote: letters and digits, made from the conversation and the turn.</summary>
    public required string Reference { get; init; }

    public required TicketKind Kind { get; init; }

    public TicketLevel Level { get; init; }

    /// <summary>A word that reports can count, such as <c>delivery</c>, <c>quality</c>, <c>staff</c>, <c>repair</c>.</summary>
    public required string Category { get; init; }

    /// <summary>What happened, in the shopper's own words.</summary>
    public required string Description { get; init; }

    /// <summary>What the shopper would like to come of it.</summary>
    public string? Wish { get; init; }

    public string? OrderNumber { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? Address { get; init; }

    /// <summary>When the visit or the call was asked for, in the store's time zone.</summary>
    public DateTime? At { get; init; }

    /// <summary>Ids of pictures that came with it.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public required string Locale { get; init; }
}
