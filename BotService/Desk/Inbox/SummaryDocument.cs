using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Dialogs;

namespace SupportBot.Desk.Inbox;

/// <summary>A conversation in a list, as the desk's pages get it.</summary>
internal sealed record SummaryDocument
{
    public required string Id { get; init; }
    public required string Channel { get; init; }
    public string? Locale { get; init; }
    public required ShopperDocument Shopper { get; init; }
    public AssignmentStatus Status { get; init; }
    public Owner Owner { get; init; }
    public PersonDocument? Assignee { get; init; }
    public string? Team { get; init; }
    public LastDocument? Last { get; init; }
    public DateTimeOffset? WaitingSince { get; init; }
    public DateTimeOffset? QueuedAt { get; init; }
    public HandOffPriority Priority { get; init; }
    public string? Skill { get; init; }
    public string? Reason { get; init; }
    public string? Summary { get; init; }
    public DateTimeOffset? SnoozedUntil { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public OfferDocument? Offer { get; init; }
    public long Revision { get; init; }
    public long Unread { get; init; }

    public static SummaryDocument Of(DeskConversation conversation)
    {
        Assignment assignment = conversation.Assignment;
        bool theirs = assignment.Owner == Owner.Agent || assignment.Status == AssignmentStatus.Resolved;
        return new SummaryDocument
        {
            Id = conversation.Id,
            Channel = assignment.Channel,
            Locale = assignment.Locale,
            Shopper = conversation.Shopper,
            Status = assignment.Status,
            Owner = assignment.Owner,
            Assignee = theirs && assignment.AgentId is { } agent ? new PersonDocument(agent, conversation.AgentName ?? "") : null,
            Team = assignment.TeamId,
            Last = conversation.Last is { } last ? LastDocument.Of(last) : null,
            WaitingSince = assignment.WaitingSince,
            QueuedAt = assignment.QueuedAt,
            Priority = assignment.Priority,
            Skill = assignment.Skill,
            Reason = assignment.Reason,
            Summary = assignment.Summary,
            SnoozedUntil = assignment.SnoozedUntil,
            Tags = conversation.Tags,
            Offer = assignment is { OfferedTo: { } offered, OfferedUntil: { } until } ? new OfferDocument(offered, until) : null,
            Revision = conversation.Revision,
            Unread = conversation.Unread,
        };
    }
}

internal sealed record ShopperDocument(string Id, string? Name, string? CustomerId, bool Vip, bool Blocked);

internal sealed record PersonDocument(string Id, string Name);

internal sealed record OfferDocument(string AgentId, DateTimeOffset Until);

/// <summary>The newest message, shortened.</summary>
internal sealed record LastDocument(long Sequence, MessageSender Sender, string Text, DateTimeOffset At)
{
    private const int Longest = 160;

    public static LastDocument Of(Message message)
    {
        MessageDocument shown = MessageDocument.Of(message);
        return new LastDocument(shown.Sequence, shown.Sender, Shorten(shown.Text), shown.At);
    }

    private static string Shorten(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        int end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return $"{text.AsSpan(0, end)}…";
    }
}
