namespace SupportBot.Conversations;

/// <summary>Wakes one waiting loop; however often it is woken meanwhile, it runs once more.</summary>
internal sealed class WakeUp(TimeProvider time)
{
    private readonly Lock gate = new();
    private TaskCompletionSource<bool>? waiting;
    private bool woken;

    public void Wake()
    {
        lock (gate)
        {
            // Who has just given up waiting finds it when they wait next.
            woken = waiting?.TrySetResult(true) != true;
            waiting = null;
        }
    }

    /// <summary>Returns when woken, or after the time at the latest.</summary>
    /// <returns>Whether it was woken.</returns>
    public async Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        TaskCompletionSource<bool> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (woken)
            {
                woken = false;
                return true;
            }

            waiting = turn;
        }

        await using ITimer timer = time.CreateTimer(static state => ((TaskCompletionSource<bool>?)state)?.TrySetResult(false), turn, atMost, Timeout.InfiniteTimeSpan);
        await using CancellationTokenRegistration stop = cancellation.Register(() => turn.TrySetCanceled(cancellation));
        return await turn.Task;
    }
}
