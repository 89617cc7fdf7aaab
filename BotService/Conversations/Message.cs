namespace SupportBot.Conversations;

/// <summary>A stored message: the one log that transcript, feed and reports read.</summary>
/// <param name="ConversationId">The conversation it belongs to.</param>
/// <param name="Sequence">From 1, without gaps, in the order of commit.</param>
/// <param name="At">When it was stored; strictly increasing within a conversation, to the millisecond.</param>
/// <param name="Sender">Who said it.</param>
/// <param name="ClientId">The sender's own id for it, unique in the conversation.</param>
/// <param name="ReplyTo">The sequence of the message it answers, or 0.</param>
/// <param name="Body">The activity as JSON, without what the channel assigns: id, timestamp and channelData.</param>
/// <param name="ChannelData">The activity's channelData as JSON.</param>
internal sealed record Message(
    string ConversationId,
    long Sequence,
    DateTimeOffset At,
    Sender Sender,
    string? ClientId,
    long ReplyTo,
    byte[] Body,
    byte[]? ChannelData);
