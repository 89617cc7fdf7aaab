using System.Diagnostics.CodeAnalysis;
using SupportBot.Dialogs;

namespace SupportBot.Tickets;

/// <summary>A ticket as lists and the desk's events show it.</summary>
internal record TicketSummary
{
    public required string Id { get; init; }
    public required string Reference { get; init; }
    public required TicketKind Kind { get; init; }
    public required TicketLevel Level { get; init; }
    public required string Category { get; init; }
    public required string Title { get; init; }
    public required TicketStatus Status { get; init; }
    public required TicketPerson? Owner { get; init; }
    public required string? Department { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required bool Overdue { get; init; }
    public required int Chases { get; init; }
    public required int Escalations { get; init; }
    public required bool Verified { get; init; }
    public required string? ConversationId { get; init; }
    public required string? CustomerId { get; init; }
    public required string? OrderNumber { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? ClosedAt { get; init; }
    public required long Version { get; init; }

    public static TicketSummary Of(TicketView view, DateTimeOffset now)
    {
        Ticket ticket = view.Ticket;
        return new TicketSummary
        {
            Id = ticket.Id,
            Reference = ticket.Reference,
            Kind = ticket.Kind,
            Level = ticket.Level,
            Category = ticket.Category,
            Title = ticket.Title,
            Status = ticket.Status,
            Owner = ticket.OwnerId is { } owner ? new TicketPerson(owner, view.OwnerName ?? "") : null,
            Department = ticket.Department,
            DueAt = ticket.DueAt,
            Overdue = ticket.IsOverdue(now),
            Chases = ticket.Chases,
            Escalations = ticket.Escalations,
            Verified = ticket.Verified,
            ConversationId = ticket.ConversationId,
            CustomerId = ticket.CustomerId,
            OrderNumber = ticket.OrderNumber,
            CreatedAt = ticket.CreatedAt,
            ClosedAt = ticket.ClosedAt,
            Version = ticket.Version,
        };
    }
}

internal sealed record TicketPerson(string Id, string Name);

/// <summary>A ticket opened on its own.</summary>
internal sealed record TicketDocument : TicketSummary
{
    [SetsRequiredMembers]
    public TicketDocument(TicketSummary summary)
        : base(summary)
    {
    }

    public string Description { get; init; } = "";
    public string? Wish { get; init; }
    public IReadOnlyList<string> Files { get; init; } = [];
    public TicketContact Contact { get; init; } = new(null, null, null, false);
    public DateTime? At { get; init; }
    public string Locale { get; init; } = "en";
    public IReadOnlyList<TicketLine> History { get; init; } = [];
}

/// <param name="Masked">Whether phone and e-mail are covered: whoever owns the ticket sees them whole.</param>
internal sealed record TicketContact(string? Phone, string? Email, string? Address, bool Masked);

internal sealed record TicketLine(DateTimeOffset At, TicketPerson? Actor, string Action, string? Detail);
