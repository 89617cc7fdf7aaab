namespace SupportBot.Conversations;

/// <summary>A conversation's row: where its log ends, who owns it and what the dialogs remember.</summary>
/// <param name="Id">Unique over all channels.</param>
/// <param name="Channel">The channel it came through, e.g. <c>directline</c>.</param>
/// <param name="UserId">The shopper's id in that channel.</param>
/// <param name="LastSequence">The sequence of its newest message.</param>
/// <param name="Version">Counts the turns and changes of owner; compared at every such write.</param>
/// <param name="Owner">Who answers.</param>
/// <param name="State">The dialogs' state as JSON; null before the first turn.</param>
/// <param name="Reference">The conversation reference as JSON, where a channel needs one to be reached.</param>
internal sealed record Conversation(
    string Id,
    string Channel,
    string? UserId,
    long LastSequence,
    long Version,
    Owner Owner,
    byte[]? State,
    byte[]? Reference);
