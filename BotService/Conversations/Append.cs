using SupportBot.Conversations.Assignments;

namespace SupportBot.Conversations;

/// <summary>One atomic write to one conversation: messages, and with a turn also its state, owner and effects.</summary>
internal sealed record Append
{
    public required string ConversationId { get; init; }

    /// <summary>Creates the conversation when it does not exist, and refreshes its reference when it does.</summary>
    public Opening? Opening { get; init; }

    /// <summary>Take the next sequence numbers in this order. A client id already stored makes the whole write a repeat.</summary>
    public IReadOnlyList<NewMessage> Messages { get; init; } = [];

    /// <summary>What a turn decided; refused with <see cref="AppendOutcome.Clash"/> when the version has moved on.</summary>
    public TurnResult? Turn { get; init; }

    /// <summary>
    /// The guard of everything people do: refused with <see cref="AppendOutcome.Refused"/> when the assignment, read in the same
    /// transaction, does not allow it. What the shopper says and what a turn decides make their moves by themselves.
    /// </summary>
    public Move? Move { get; init; }

    /// <summary>
    /// The <see cref="Nodes.NodeLease"/> under which the service itself decided this; a <see cref="AppendOutcome.Clash"/> when the lease has ended,
    /// because another node may have done it meanwhile. Null for what people do.
    /// </summary>
    public string? Lease { get; init; }

    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    public IReadOnlyList<OutboxItem> Outbox { get; init; } = [];
}

internal sealed record Opening(string Channel, string? UserId, byte[]? Reference = null);

/// <param name="Sender">Who says it.</param>
/// <param name="Body">The activity as JSON without id, timestamp and channelData.</param>
internal sealed record NewMessage(Sender Sender, byte[] Body)
{
    /// <summary>As <see cref="ReplyTo"/>: the first message of the same write.</summary>
    public const long FirstOfThisAppend = -1;

    public byte[]? ChannelData { get; init; }

    /// <summary>The sender's own id, unique in the conversation; null when it has none.</summary>
    public string? ClientId { get; init; }

    /// <summary>Tells a repeat (same id, same content) from a clash (same id, other content).</summary>
    public long Fingerprint { get; init; }

    /// <summary>Whether the bot still has to take its turn on it.</summary>
    public bool TurnPending { get; init; }

    /// <summary>The sequence of the message it answers, or 0.</summary>
    public long ReplyTo { get; init; }
}

/// <param name="ExpectedVersion">The version the decision was made on.</param>
/// <param name="State">What the dialogs remember from now on.</param>
/// <param name="Owner">Who answers from now on.</param>
/// <param name="Answered">The sequences whose pending mark is cleared.</param>
internal sealed record TurnResult(long ExpectedVersion, byte[] State, Owner Owner, IReadOnlyList<long> Answered)
{
    /// <summary>What goes with the conversation when the turn puts it into the queue.</summary>
    public HandOff? HandOff { get; init; }
}

/// <summary>Something to do outside, written with the decision and done by a worker afterwards.</summary>
/// <param name="Kind">Which worker takes it.</param>
/// <param name="MessageIndex">The message of this write it is about.</param>
/// <param name="Payload">What the worker needs beside the message, as JSON.</param>
internal sealed record OutboxItem(string Kind, int MessageIndex, byte[]? Payload = null);

/// <param name="Id">128 random bits as text: who knows it may read the file.</param>
internal sealed record StoredFile(string Id, string ContentType, string Name, byte[] Content);
