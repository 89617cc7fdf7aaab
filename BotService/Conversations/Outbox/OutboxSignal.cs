namespace SupportBot.Conversations.Outbox;

/// <summary>Wakes the outbox worker of this node; the rows themselves are the queue, so a lost wake-up only costs time.</summary>
internal sealed class OutboxSignal(TimeProvider time)
{
    private readonly WakeUp wakeUp = new(time);

    public void Wake() => wakeUp.Wake();

    /// <summary>Returns when woken, or after the time at the latest.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => wakeUp.WaitAsync(atMost, cancellation);
}
