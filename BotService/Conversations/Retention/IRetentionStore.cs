namespace SupportBot.Conversations.Retention;

/// <summary>Takes the words out of conversations in which nobody has written for long.</summary>
internal interface IRetentionStore
{
    /// <summary>
    /// The longest idle first. Left out: those that a person has or that wait for one, with a ticket, with a reminder or a word on stock that
    /// the shopper still waits for, and those that hold nothing any more.
    /// </summary>
    /// <param name="idleSince">Nobody has written since.</param>
    /// <param name="after">The last of the page before.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellation">Stops the reading.</param>
    ValueTask<IReadOnlyList<IdleConversation>> IdleAsync(DateTimeOffset idleSince, IdleConversation? after, int limit, CancellationToken cancellation);

    /// <summary>
    /// Takes out words, files, what was known of the dialog and the pages looked at. The messages stay in their places without a text, so that
    /// every watermark holds, and so does the way to the shopper.
    /// </summary>
    /// <returns>False when it is to be left out by now.</returns>
    Task<bool> EmptyAsync(string conversationId, DateTimeOffset idleSince, CancellationToken cancellation);
}

/// <param name="Id">The conversation.</param>
/// <param name="ActiveAt">When somebody last wrote in it, to the minute, in Unix milliseconds.</param>
internal sealed record IdleConversation(string Id, long ActiveAt);
