using System.Text.Json.Serialization;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Customers;
using SupportBot.Dialogs;

namespace SupportBot.Desk.Inbox;

/// <summary>One conversation with what stands beside it.</summary>
/// <param name="Of">Its summary, whose fields stand among these.</param>
internal sealed record ConversationDocument([property: JsonIgnore] SummaryDocument Of)
{
    public string Id => Of.Id;
    public string Channel => Of.Channel;
    public string? Locale => Of.Locale;
    public ShopperDocument Shopper => Of.Shopper;
    public AssignmentStatus Status => Of.Status;
    public Owner Owner => Of.Owner;
    public PersonDocument? Assignee => Of.Assignee;
    public string? Team => Of.Team;
    public LastDocument? Last => Of.Last;
    public DateTimeOffset? WaitingSince => Of.WaitingSince;
    public DateTimeOffset? QueuedAt => Of.QueuedAt;
    public HandOffPriority Priority => Of.Priority;
    public string? Skill => Of.Skill;
    public string? Reason => Of.Reason;
    public string? Summary => Of.Summary;
    public DateTimeOffset? SnoozedUntil => Of.SnoozedUntil;
    public IReadOnlyList<string> Tags => Of.Tags;
    public OfferDocument? Offer => Of.Offer;
    public long Revision => Of.Revision;
    public long Unread => Of.Unread;
    public CustomerCard? Customer { get; init; }
    public ViewedPage? Page { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required IReadOnlyList<HistoryDocument> History { get; init; }
}

/// <summary>An earlier conversation of the same shopper.</summary>
internal sealed record HistoryDocument(string Id, DateTimeOffset At, LastDocument? Last, AssignmentStatus Status)
{
    public static HistoryDocument Of(DeskConversation conversation) =>
        new(conversation.Id, conversation.CreatedAt, conversation.Last is { } last ? LastDocument.Of(last) : null, conversation.Assignment.Status);
}
