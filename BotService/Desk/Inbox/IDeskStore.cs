namespace SupportBot.Desk.Inbox;

/// <summary>The conversations as the desk looks at them.</summary>
internal interface IDeskStore
{
    ValueTask<IReadOnlyList<DeskConversation>> ListAsync(DeskFilter filter, string readerId, int limit, CancellationToken cancellation);

    ValueTask<DeskCounts> CountAsync(string readerId, CancellationToken cancellation);

    /// <summary>Those of the ids that exist.</summary>
    /// <param name="readerId">Whose unread messages are counted; null for each conversation's own agent.</param>
    ValueTask<IReadOnlyList<DeskConversation>> FindAsync(IReadOnlyCollection<string> ids, string? readerId, CancellationToken cancellation);

    /// <summary>The shopper's other conversations, newest first.</summary>
    ValueTask<IReadOnlyList<DeskConversation>> HistoryAsync(string userId, string exceptId, int limit, CancellationToken cancellation);

    ValueTask<long> ReadToAsync(string conversationId, string readerId, CancellationToken cancellation);

    /// <summary>Notes that the reader has seen everything up to the sequence; never moves back.</summary>
    Task MarkReadAsync(string conversationId, string readerId, long sequence, CancellationToken cancellation);

    /// <summary>Replaces the conversation's tags.</summary>
    Task TagAsync(string conversationId, IReadOnlyList<string> tags, CancellationToken cancellation);
}
