using System.Security.Cryptography;
using SupportBot.Access;
using SupportBot.Customers;
using SupportBot.Dialogs;
using SupportBot.Operation;

namespace SupportBot.Tickets;

/// <summary>What a list of tickets is asked for: <c>status</c> may name several, separated by commas; <c>owner</c> is <c>me</c>, <c>none</c> or an id.</summary>
internal sealed record TicketQuery
{
    public string? Status { get; init; }

    public string? Kind { get; init; }

    public string? Owner { get; init; }

    public bool? Overdue { get; init; }

    public string? ConversationId { get; init; }

    public string? CustomerId { get; init; }

    public string? Q { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }

    /// <summary>The filter; null when a value is none.</summary>
    public TicketFilter? Filter(StaffMember member, int longestQuery)
    {
        List<TicketStatus> statuses = [];
        foreach (string name in (Status ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Enum.TryParse(name, ignoreCase: true, out TicketStatus status) || !Enum.IsDefined(status))
            {
                return null;
            }

            statuses.Add(status);
        }

        TicketKind kind = default;
        if (!string.IsNullOrEmpty(Kind) && (!Enum.TryParse(Kind, ignoreCase: true, out kind) || !Enum.IsDefined(kind)))
        {
            return null;
        }

        string? query = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim();
        return new TicketFilter
        {
            Statuses = statuses,
            Kind = string.IsNullOrEmpty(Kind) ? null : kind,
            OwnerId = Owner switch { null or "" or "none" => null, "me" => member.Id, _ => Owner },
            Unowned = Owner == "none",
            Overdue = Overdue ?? false,
            ConversationId = ConversationId,
            CustomerId = CustomerId,
            Query = query?[..Math.Min(query.Length, longestQuery)],
        };
    }
}

internal sealed record OpenRequest(
    TicketKind Kind,
    TicketLevel? Level,
    string? Category,
    string? Title,
    string? Description,
    string? Wish,
    string? OrderNumber,
    string? Phone,
    string? Email,
    string? Address,
    DateTimeOffset? At,
    string? OwnerId,
    string? ConversationId,
    string? CustomerId,
    string? Locale,
    IReadOnlyList<string?>? Files = null)
{
    // As the bot's own references: nothing that is easily misread.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int ReferenceLength = 8;

    public IEnumerable<FieldFault> Faults() =>
    [
        .. TicketFields.Category(Category), .. TicketFields.Text("description", Description), .. Title is null ? [] : TicketFields.Title(Title),
        .. TicketFields.OptionalText("wish", Wish), .. TicketFields.OptionalText("address", Address),
        .. OrderNumber is null ? [] : CustomerFields.Word("orderNumber", OrderNumber), .. Locale is null ? [] : CustomerFields.Locale(Locale),
        .. CustomerFields.Contact(ContactKind.Phone, Phone), .. CustomerFields.Contact(ContactKind.Email, Email),
    ];

    public Ticket Ticket(DateTimeOffset now) => new()
    {
        Id = RandomId.New(),
        Reference = RandomNumberGenerator.GetString(Alphabet, ReferenceLength),
        Kind = Kind,
        Level = Level ?? TicketLevel.General,
        Status = OwnerId is null ? TicketStatus.Open : TicketStatus.InProgress,
        Category = Category?.Trim() ?? "",
        Title = Title?.Trim() ?? TicketDesk.TitleOf(Description ?? ""),
        OwnerId = OwnerId,
        OrderNumber = OrderNumber?.Trim(),
        ConversationId = ConversationId,
        CustomerId = CustomerId,
        CreatedAt = now,
        Details = new TicketDetails { Description = Description ?? "", Wish = Wish, Phone = Phone, Email = Email, Address = Address, At = At?.DateTime, Files = [.. (Files ?? []).OfType<string>()], Locale = Locale ?? "en" },
    };
}

/// <summary>What is left out stays as it is.</summary>
internal sealed record TicketChange(TicketLevel? Level, string? Category, string? Title, string? Description, string? Wish, string? OrderNumber, string? Address, long Version)
{
    public IEnumerable<FieldFault> Faults() =>
    [
        .. Category is null ? [] : TicketFields.Category(Category), .. Title is null ? [] : TicketFields.Title(Title),
        .. Description is null ? [] : TicketFields.Text("description", Description), .. TicketFields.OptionalText("wish", Wish),
        .. OrderNumber is null ? [] : CustomerFields.Word("orderNumber", OrderNumber), .. TicketFields.OptionalText("address", Address),
    ];

    public Ticket On(Ticket ticket) => ticket with
    {
        Level = Level ?? ticket.Level,
        Category = Category?.Trim() ?? ticket.Category,
        Title = Title?.Trim() ?? ticket.Title,
        OrderNumber = OrderNumber?.Trim() ?? ticket.OrderNumber,
        Details = ticket.Details with { Description = Description ?? ticket.Details.Description, Wish = Wish ?? ticket.Details.Wish, Address = Address ?? ticket.Details.Address },
        Version = Version,
    };

    /// <summary>The names of what is changed.</summary>
    public IEnumerable<string> Fields() => new (string Name, object? Value)[]
    {
        ("level", Level), ("category", Category), ("title", Title), ("description", Description), ("wish", Wish), ("orderNumber", OrderNumber), ("address", Address),
    }.Where(field => field.Value is not null).Select(field => field.Name);
}
