using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace SupportBot.Outreach.Jobs;

/// <summary>The clock that all nodes share.</summary>
internal interface IStoreClock
{
    /// <summary>Null when there is none but this machine's own.</summary>
    ValueTask<DateTimeOffset?> NowAsync(CancellationToken cancellation);
}

/// <summary>
/// Whether this node's clock may be believed. What is sent too early, or called expired, cannot be taken back: a node whose clock is far from
/// the database's leaves that to the others.
/// </summary>
internal sealed partial class NodeClock(IStoreClock store, IOptions<OutreachOptions> options, TimeProvider time, ILogger<NodeClock> logger) : IHealthCheck
{
    private static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(10);

    // Between two looks, a clock that is set shows beside the machine's count of time, which nobody sets.
    private static readonly TimeSpan Jump = TimeSpan.FromMilliseconds(500);

    private volatile Look? last;

    // Leases are read by the clock too.
    private TimeSpan Limit => options.Value.ClockLimit < options.Value.Lease / 2 ? options.Value.ClockLimit : options.Value.Lease / 2;

    public async ValueTask<bool> IsRightAsync(CancellationToken cancellation)
    {
        Look? before = last;
        Look look = before is not null && IsFresh(before) ? before : last = await LookAsync(cancellation);
        Tell(before, look);
        return IsWithin(look);
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await IsRightAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The clock is far from the database's.");

    private bool IsFresh(Look look)
    {
        TimeSpan since = time.GetElapsedTime(look.Timestamp);
        return since < AskEvery && (time.GetUtcNow() - look.At - since).Duration() < Jump;
    }

    private async ValueTask<Look> LookAsync(CancellationToken cancellation)
    {
        DateTimeOffset asked = time.GetUtcNow();
        DateTimeOffset? shared = await store.NowAsync(cancellation);
        DateTimeOffset answered = time.GetUtcNow();

        // Somewhere on the way it was that time: only what lies outside is a difference.
        TimeSpan ahead = shared is not { } there || there >= asked && there <= answered ? TimeSpan.Zero : there < asked ? asked - there : answered - there;
        return new Look(time.GetTimestamp(), answered, ahead);
    }

    private bool IsWithin(Look look) => look.Ahead.Duration() <= Limit;

    private void Tell(Look? before, Look look)
    {
        if (!IsWithin(look) && (before is null || IsWithin(before)))
        {
            ClockIsWrong(logger, look.Ahead, Limit);
        }
        else if (before is not null && IsWithin(look) && !IsWithin(before))
        {
            ClockIsRight(logger);
        }
    }

    [LoggerMessage(LogLevel.Error, "This node's clock is {Ahead} ahead of the database's, and {Limit} are allowed (Outreach:ClockLimit): it sends no campaigns and reminders until the clock is set right")]
    private static partial void ClockIsWrong(ILogger logger, TimeSpan ahead, TimeSpan limit);

    [LoggerMessage(LogLevel.Warning, "This node's clock is right again: it sends campaigns and reminders")]
    private static partial void ClockIsRight(ILogger logger);

    /// <param name="Timestamp">When, by the machine's count of time.</param>
    /// <param name="At">When, by its clock.</param>
    /// <param name="Ahead">How far the clock was ahead of the shared one; negative when it was behind.</param>
    private sealed record Look(long Timestamp, DateTimeOffset At, TimeSpan Ahead);
}
