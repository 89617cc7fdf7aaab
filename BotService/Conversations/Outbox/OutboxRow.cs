namespace SupportBot.Conversations.Outbox;

/// <summary>A row that this node has claimed and must send now.</summary>
/// <param name="Id">The row's number, in the order of writing.</param>
/// <param name="Kind">Which carrier takes it.</param>
/// <param name="ConversationId">The conversation of its message.</param>
/// <param name="Sequence">The message to send.</param>
/// <param name="Attempts">Attempts including this one; also fences off whoever claimed it before.</param>
/// <param name="Payload">What was written with it for its carrier.</param>
internal sealed record OutboxRow(long Id, string Kind, string ConversationId, long Sequence, long Attempts, byte[]? Payload);

/// <param name="Rows">The claimed rows, at most one of a conversation, oldest first.</param>
/// <param name="Lost">Rows whose sender vanished while sending; they are <see cref="OutboxStatus.Unknown"/> now, or due again when they may be repeated.</param>
/// <param name="NextDue">When the next row falls due that is not due yet.</param>
internal readonly record struct OutboxClaim(IReadOnlyList<OutboxRow> Rows, int Lost, DateTimeOffset? NextDue);

/// <param name="Status">Where the row goes: not <see cref="OutboxStatus.Sending"/>.</param>
/// <param name="DueAt">With <see cref="OutboxStatus.Due"/>, when to try again.</param>
/// <param name="Error">Why it was not delivered, without any word of the message.</param>
/// <param name="Receipt">The receiver's id of what was delivered.</param>
internal sealed record OutboxSettlement(OutboxStatus Status, DateTimeOffset DueAt, string? Error = null, string? Receipt = null);

/// <summary>Rows that wait for a person's decision: one by its id, or all in a status.</summary>
internal readonly record struct StuckRows(long? Id, OutboxStatus? Status)
{
    /// <summary>What no sender takes up again by itself.</summary>
    public static readonly OutboxStatus[] Statuses = [OutboxStatus.Dead, OutboxStatus.Unknown, OutboxStatus.Held];
}

/// <summary>A row as an operator sees it.</summary>
internal sealed record OutboxEntry(long Id, string Kind, string ConversationId, long Sequence, long Attempts, string? Error, string? Receipt);
