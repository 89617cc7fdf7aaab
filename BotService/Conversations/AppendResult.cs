using SupportBot.Conversations.Assignments;

namespace SupportBot.Conversations;

internal enum AppendOutcome
{
    Stored,

    /// <summary>A message with the same client id and content is stored already; nothing was written.</summary>
    Repeated,

    /// <summary>A message with the same client id and other content is stored; nothing was written.</summary>
    Changed,

    /// <summary>The conversation's version or owner has moved on, or the node's lease has ended; nothing was written.</summary>
    Clash,

    /// <summary>There is no such conversation.</summary>
    Missing,

    /// <summary>The assignment does not allow the move; nothing was written.</summary>
    Refused,
}

/// <summary>Who has to hear of a write.</summary>
[Flags]
internal enum DeskNews
{
    None = 0,

    /// <summary>The desk's journal has grown.</summary>
    Journal = 1,

    /// <summary>Somebody waits, or somebody has become free.</summary>
    Queue = 2,

    /// <summary>Another answers from now on.</summary>
    Owner = 4,
}

/// <param name="Outcome">What became of the write.</param>
/// <param name="FirstSequence">The sequence of its first message, or of the stored one it repeats.</param>
/// <param name="FirstAt">When its first message was stored; each further one of the same write is a millisecond later.</param>
/// <param name="Created">Whether the write created the conversation.</param>
internal readonly record struct AppendResult(AppendOutcome Outcome, long FirstSequence = 0, DateTimeOffset FirstAt = default, bool Created = false)
{
    public MoveRefusal? Refusal { get; init; }

    /// <summary>With a refusal, the agent who has the conversation.</summary>
    public string? HeldBy { get; init; }

    public DeskNews News { get; init; }
}
