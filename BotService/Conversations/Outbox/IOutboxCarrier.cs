namespace SupportBot.Conversations.Outbox;

/// <summary>Does one kind of work that the outbox holds: carries a message outside, or carries out an effect.</summary>
internal interface IOutboxCarrier
{
    /// <summary>The <see cref="OutboxItem.Kind"/> it takes.</summary>
    string Kind { get; }

    /// <summary>Whether doing it again does no harm, because the receiver knows the work again by its key. Else an unknown outcome is left to a person.</summary>
    bool Repeatable => false;

    /// <summary>Sends once. It tells a failure before anything left the house (may be repeated) from one after (may not).</summary>
    Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation);

    /// <summary>The work was refused for good or given up after the last attempt: whoever waits for it is told here.</summary>
    Task GiveUpAsync(Message message, byte[]? payload, CancellationToken cancellation) => Task.CompletedTask;
}
