namespace SupportBot.Conversations.Outbox;

/// <summary>Wakes the outbox worker of this node; the rows themselves are the queue, so a lost wake-up only costs time.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim woken = new(0, 1);

    public void Wake()
    {
        lock (woken)
        {
            if (woken.CurrentCount == 0)
            {
                woken.Release();
            }
        }
    }

    /// <summary>Returns when woken, or after the time at the latest.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellation) => woken.WaitAsync(atMost, cancellation);

    public void Dispose() => woken.Dispose();
}
