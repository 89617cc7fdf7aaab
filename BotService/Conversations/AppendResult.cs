namespace SupportBot.Conversations;

internal enum AppendOutcome
{
    Stored,

    /// <summary>A message with the same client id and content is stored already; nothing was written.</summary>
    Repeated,

    /// <summary>A message with the same client id and other content is stored; nothing was written.</summary>
    Changed,

    /// <summary>The conversation's version or owner has moved on; nothing was written.</summary>
    Clash,

    /// <summary>There is no such conversation.</summary>
    Missing,
}

/// <param name="Outcome">What became of the write.</param>
/// <param name="FirstSequence">The sequence of its first message, or of the stored one it repeats.</param>
/// <param name="FirstAt">When its first message was stored; each further one of the same write is a millisecond later.</param>
/// <param name="Created">Whether the write created the conversation.</param>
internal readonly record struct AppendResult(AppendOutcome Outcome, long FirstSequence = 0, DateTimeOffset FirstAt = default, bool Created = false);
