namespace SupportBot.Simulation;

/// <summary>
/// Time and threads of one world. All its work runs here, one piece at a time; of the pieces that could run now, chance takes
/// the next, and only when none is left does time go on to the next timer.
/// </summary>
internal sealed class SimulatedTime(Chance chance) : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Work, object? State)> ready = [];
    private readonly PriorityQueue<(Action<object?> Due, object? State), (long At, int Order)> timers = new();

    /// <summary>Milliseconds since the world began.</summary>
    public long Now { get; private set; }

    public override void Post(SendOrPostCallback d, object? state) => ready.Add((d, state));

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing in a simulated world waits for a thread.");

    public void At(long time, Action<object?> due, object? state) => timers.Enqueue((due, state), (time, chance.Below(int.MaxValue)));

    public Task WaitAsync(int milliseconds)
    {
        TaskCompletionSource waiting = new();
        At(Now + milliseconds, static state => ((TaskCompletionSource?)state)?.TrySetResult(), waiting);
        return waiting.Task;
    }

    /// <summary>Runs the world until nothing is left to do, or to the given time.</summary>
    public void RunUntil(long end)
    {
        SynchronizationContext? outside = Current;
        SetSynchronizationContext(this);
        try
        {
            while (Step(end))
            {
            }
        }
        finally
        {
            SetSynchronizationContext(outside);
        }
    }

    private bool Step(long end)
    {
        if (ready.Count > 0)
        {
            int taken = chance.Below(ready.Count);
            (SendOrPostCallback work, object? state) = ready[taken];
            ready[taken] = ready[^1];
            ready.RemoveAt(ready.Count - 1);
            work(state);
            return true;
        }

        if (!timers.TryPeek(out _, out (long At, int Order) next) || next.At > end)
        {
            return false;
        }

        (Action<object?> due, object? argument) = timers.Dequeue();
        Now = Math.Max(Now, next.At);
        due(argument);
        return true;
    }
}
