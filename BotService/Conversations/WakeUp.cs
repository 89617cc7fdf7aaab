namespace SupportBot.Conversations;

/// <summary>Wakes one waiting loop; however often it is woken meanwhile, it runs once more.</summary>
internal sealed class WakeUp : IDisposable
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
    /// <returns>Whether it was woken.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => woken.WaitAsync(atMost, cancellation);

    public void Dispose() => woken.Dispose();
}
