using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Desk.Inbox;

/// <summary>A conversation as the desk's lists show it.</summary>
internal sealed record DeskConversation
{
    public required Assignment Assignment { get; init; }

    /// <summary>The shopper's id in the channel.</summary>
    public string? UserId { get; init; }

    /// <summary>What is known of the shopper.</summary>
    public required ShopperDocument Shopper { get; init; }

    public string? AgentName { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The newest message, whatever it is.</summary>
    public Message? Last { get; init; }

    /// <summary>Messages of the shopper that the reader has not seen.</summary>
    public long Unread { get; init; }

    public long Revision { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What the list is ordered by, for the next page's cursor.</summary>
    public long Key { get; init; }

    public string Id => Assignment.ConversationId;
}
