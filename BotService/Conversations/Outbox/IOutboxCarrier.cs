namespace SupportBot.Conversations.Outbox;

/// <summary>Carries messages of one kind to the outside.</summary>
internal interface IOutboxCarrier
{
    /// <summary>The <see cref="OutboxItem.Kind"/> it takes.</summary>
    string Kind { get; }

    /// <summary>Sends once. It tells a failure before anything left the house (may be repeated) from one after (may not).</summary>
    Task<Delivery> SendAsync(Message message, CancellationToken cancellation);
}
