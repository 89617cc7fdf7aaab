namespace SupportBot.Conversations;

/// <summary>Counts the turns that run without anybody waiting for them, so that a stop can wait.</summary>
internal sealed class TurnsUnderway
{
    private int count;
    private TaskCompletionSource? idle;

    public void Begin() => Interlocked.Increment(ref count);

    public void End()
    {
        if (Interlocked.Decrement(ref count) == 0)
        {
            idle?.TrySetResult();
        }
    }

    /// <summary>Completes when none runs; to be asked when none begins any more.</summary>
    public Task IdleAsync(CancellationToken cancellation)
    {
        TaskCompletionSource waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // Exchanged before the count is read: a turn that ends in between finds it.
        Interlocked.Exchange(ref idle, waiting);
        if (Volatile.Read(ref count) == 0)
        {
            waiting.TrySetResult();
        }

        return waiting.Task.WaitAsync(cancellation);
    }
}
