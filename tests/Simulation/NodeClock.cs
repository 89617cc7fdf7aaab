namespace SupportBot.Simulation;

/// <summary>A node's clock: the world's time, a little off.</summary>
internal sealed class NodeClock(SimulatedTime time, int skew) : TimeProvider
{
    private static readonly DateTimeOffset Beginning = new(2026, 3, 29, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => 1000;

    public override DateTimeOffset GetUtcNow() => Beginning.AddMilliseconds(time.Now + skew);

    public override long GetTimestamp() => time.Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Timer(time, callback, state, dueTime, period);

    private sealed class Timer : ITimer
    {
        private readonly SimulatedTime time;
        private readonly TimerCallback callback;
        private readonly object? state;
        private TimeSpan period;
        private int generation;

        public Timer(SimulatedTime time, TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.time, this.callback, this.state) = (time, callback, state);
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            Arm(dueTime, ++generation);
            return true;
        }

        public void Dispose() => generation++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Arm(TimeSpan due, int armed)
        {
            if (due != Timeout.InfiniteTimeSpan)
            {
                time.At(time.Now + (long)Math.Ceiling(due.TotalMilliseconds), _ => Fire(armed), null);
            }
        }

        private void Fire(int armed)
        {
            if (armed == generation)
            {
                callback(state);
                Arm(period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period, armed);
            }
        }
    }
}
