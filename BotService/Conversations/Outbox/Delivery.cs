namespace SupportBot.Conversations.Outbox;

internal enum DeliveryOutcome
{
    Delivered,

    /// <summary>It did not arrive, and may later.</summary>
    Postponed,

    /// <summary>It did not arrive and never will.</summary>
    Refused,

    /// <summary>It was sent, and no answer came.</summary>
    Unknown,
}

/// <param name="Outcome">What became of one attempt.</param>
/// <param name="Error">Why, for the operator: a status or the name of a failure, never the message's words.</param>
/// <param name="RetryAfter">How long the receiver asks to wait.</param>
/// <param name="Receipt">The receiver's id of it.</param>
internal sealed record Delivery(DeliveryOutcome Outcome, string? Error = null, TimeSpan? RetryAfter = null, string? Receipt = null);
