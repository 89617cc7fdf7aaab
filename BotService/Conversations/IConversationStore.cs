namespace SupportBot.Conversations;

/// <summary>The log and state of all conversations. What <see cref="AppendAsync"/> has returned is durable.</summary>
internal interface IConversationStore
{
    /// <summary>Writes all of it or nothing. Cancelling stops the waiting, not the write.</summary>
    Task<AppendResult> AppendAsync(Append append, CancellationToken cancellation);

    ValueTask<Conversation?> FindAsync(string conversationId, CancellationToken cancellation);

    /// <summary>The sequence of the newest message of each conversation that exists.</summary>
    ValueTask<IReadOnlyList<(string ConversationId, long LastSequence)>> LastSequencesAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation);

    /// <summary>Up to <paramref name="limit"/> messages beyond the sequence <paramref name="after"/>, in order.</summary>
    ValueTask<IReadOnlyList<Message>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellation);

    /// <summary>What parts of several logs hold, each in order and one part behind the other.</summary>
    ValueTask<IReadOnlyList<Message>> ReadAsync(IReadOnlyCollection<LogPart> parts, CancellationToken cancellation);

    /// <summary>The last <paramref name="limit"/> messages before the sequence <paramref name="before"/>, in order.</summary>
    ValueTask<IReadOnlyList<Message>> ReadBackAsync(string conversationId, long before, int limit, CancellationToken cancellation);

    /// <summary>The messages the bot has still to answer, in order.</summary>
    ValueTask<IReadOnlyList<Message>> PendingAsync(string conversationId, int limit, CancellationToken cancellation);

    /// <summary>What was answered to one message.</summary>
    ValueTask<IReadOnlyList<Message>> RepliesAsync(string conversationId, long sequence, CancellationToken cancellation);

    /// <summary>Conversations in which a turn was left pending, oldest first.</summary>
    ValueTask<IReadOnlyList<string>> UnansweredAsync(int limit, CancellationToken cancellation);

    /// <summary>Keeps a file that a message to come will speak of.</summary>
    Task KeepFileAsync(StoredFile file, CancellationToken cancellation);

    ValueTask<StoredFile?> FileAsync(string fileId, CancellationToken cancellation);
}

/// <param name="ConversationId">Whose log.</param>
/// <param name="First">The first sequence of the part.</param>
/// <param name="Last">The last one.</param>
internal readonly record struct LogPart(string ConversationId, long First, long Last);
