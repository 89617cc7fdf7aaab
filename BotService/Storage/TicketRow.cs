using System.Text.Json;
using SupportBot.Dialogs;
using SupportBot.Tickets;

namespace SupportBot.Storage;

/// <summary>A row of <c>ticket</c>, as Dapper reads and writes it.</summary>
internal sealed record TicketRow(
    string Id,
    string Reference,
    long Kind,
    long Level,
    long Status,
    string Category,
    string Title,
    string? OwnerId,
    string? Department,
    string Details,
    string? ConversationId,
    string? CustomerId,
    string? OrderNumber,
    long DueAt,
    long? CheckAt,
    long Chases,
    long Escalations,
    long Verified,
    long CreatedAt,
    long? ClosedAt,
    long Version,
    string? OwnerName)
{
    public const string Columns = """
        ticket.id, ticket.reference, ticket.kind, ticket.level, ticket.status, ticket.category, ticket.title, ticket.owner_id as OwnerId, ticket.department, ticket.details,
        ticket.conversation_id as ConversationId, ticket.customer_id as CustomerId, ticket.order_number as OrderNumber, ticket.due_at as DueAt, ticket.check_at as CheckAt,
        ticket.chases, ticket.escalations, ticket.verified, ticket.created_at as CreatedAt, ticket.closed_at as ClosedAt, ticket.version, staff.name as OwnerName
        """;

    public const string Table = "ticket left join staff on staff.id = ticket.owner_id";

    public static TicketRow Of(Ticket ticket) => new(
        ticket.Id,
        ticket.Reference,
        (long)ticket.Kind,
        (long)ticket.Level,
        (long)ticket.Status,
        ticket.Category,
        ticket.Title,
        ticket.OwnerId,
        ticket.Department,
        JsonSerializer.Serialize(ticket.Details, TicketsJson.Default.TicketDetails),
        ticket.ConversationId,
        ticket.CustomerId,
        ticket.OrderNumber,
        ticket.DueAt.ToUnixTimeMilliseconds(),
        ticket.CheckAt?.ToUnixTimeMilliseconds(),
        ticket.Chases,
        ticket.Escalations,
        ticket.Verified ? 1 : 0,
        ticket.CreatedAt.ToUnixTimeMilliseconds(),
        ticket.ClosedAt?.ToUnixTimeMilliseconds(),
        ticket.Version,
        null);

    public TicketView View() => new(Ticket(), OwnerName);

    public Ticket Ticket() => new()
    {
        Id = Id,
        Reference = Reference,
        Kind = (TicketKind)Kind,
        Level = (TicketLevel)Level,
        Status = (TicketStatus)Status,
        Category = Category,
        Title = Title,
        OwnerId = OwnerId,
        Department = Department,
        Details = JsonSerializer.Deserialize(Details, TicketsJson.Default.TicketDetails) ?? new TicketDetails(),
        ConversationId = ConversationId,
        CustomerId = CustomerId,
        OrderNumber = OrderNumber,
        DueAt = DateTimeOffset.FromUnixTimeMilliseconds(DueAt),
        CheckAt = At(CheckAt),
        Chases = (int)Chases,
        Escalations = (int)Escalations,
        Verified = Verified != 0,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        ClosedAt = At(ClosedAt),
        Version = Version,
    };

    private static DateTimeOffset? At(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
