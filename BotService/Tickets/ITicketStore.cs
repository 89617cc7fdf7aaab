using SupportBot.Access.Audit;
using SupportBot.Customers;
using SupportBot.Dialogs;

namespace SupportBot.Tickets;

/// <summary>The tickets. Every change comes with its line of history, and the desk is told of it in the same transaction.</summary>
internal interface ITicketStore
{
    /// <summary>Opens a ticket; the same reference in the same conversation again gives the first one.</summary>
    Task<string> OpenAsync(NewTicket ticket, CancellationToken cancellation);

    ValueTask<TicketView?> FindAsync(string id, CancellationToken cancellation);

    ValueTask<IReadOnlyList<TicketEntry>> HistoryAsync(string id, CancellationToken cancellation);

    /// <summary>Newest first.</summary>
    ValueTask<IReadOnlyList<TicketView>> ListAsync(TicketFilter filter, TicketCursor? after, int limit, CancellationToken cancellation);

    /// <summary>Those of a conversation and of a customer that are open or were closed since, newest first.</summary>
    ValueTask<IReadOnlyList<Ticket>> OfShopperAsync(string conversationId, string? customerId, DateTimeOffset closedSince, int limit, CancellationToken cancellation);

    /// <summary>The newest with this reference.</summary>
    ValueTask<Ticket?> OfReferenceAsync(string reference, CancellationToken cancellation);

    Task<TicketSaved> SaveAsync(Ticket ticket, TicketEntry entry, AuditEntry? audit, CancellationToken cancellation);

    /// <summary>Takes tickets that are due to be looked at, so that no other node looks at them within the lease.</summary>
    Task<IReadOnlyList<Ticket>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    ValueTask<IReadOnlyList<string>> DepartmentsAsync(CancellationToken cancellation);

    Task SaveDepartmentsAsync(IReadOnlyList<string> names, AuditEntry audit, CancellationToken cancellation);

    ValueTask<IReadOnlyList<TicketCount>> CountAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);
}

/// <param name="Ticket">As taken down, its level as asked for.</param>
/// <param name="Guest">Whose it is, when the conversation tells no account.</param>
/// <param name="RepeatSince">A complaint of the same customer since then makes this one a repeated one.</param>
/// <param name="Timed">Sets level and time, given how many complaints came before.</param>
/// <param name="Entry">The first line of its history.</param>
/// <param name="Audit">Who opens it by hand.</param>
internal sealed record NewTicket(Ticket Ticket, Newcomer Guest, DateTimeOffset RepeatSince, Func<Ticket, int, Ticket> Timed, TicketEntry Entry, AuditEntry? Audit);

/// <summary>A ticket with what a list shows besides.</summary>
internal sealed record TicketView(Ticket Ticket, string? OwnerName);

internal sealed record TicketFilter
{
    public IReadOnlyList<TicketStatus> Statuses { get; init; } = [];

    public TicketKind? Kind { get; init; }

    public string? OwnerId { get; init; }

    public bool Unowned { get; init; }

    public bool Overdue { get; init; }

    public string? ConversationId { get; init; }

    public string? CustomerId { get; init; }

    /// <summary>A reference, an order number, or a part of the title.</summary>
    public string? Query { get; init; }
}

internal sealed record TicketCursor(long CreatedAt, string Id)
{
    public static TicketCursor? Read(string text) => text.Split('.') is [{ } at, { } id] && long.TryParse(at, out long created) ? new TicketCursor(created, id) : null;

    public override string ToString() => $"{CreatedAt}.{Id}";
}

internal enum TicketSaved
{
    Saved,
    Missing,

    /// <summary>Somebody else was first; nothing was written.</summary>
    Changed,
}

/// <summary>How many tickets of one sort were opened in a time, and how they went.</summary>
internal sealed record TicketCount(TicketKind Kind, string Category, string? OwnerId, string? OwnerName, long Opened, long Closed, long ClosedLate, long Escalated);
