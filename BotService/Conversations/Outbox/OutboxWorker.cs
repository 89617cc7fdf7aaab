using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace SupportBot.Conversations.Outbox;

/// <summary>
/// Sends what lies in the outbox. It claims only as many rows as it can send at once, because a claim is also the mark
/// "being sent": a row that waited under that mark would look unknown after a crash though it never left.
/// </summary>
internal sealed partial class OutboxWorker(
    IOutboxStore outbox,
    IEnumerable<IOutboxCarrier> carriers,
    OutboxAttempt attempt,
    OutboxSignal signal,
    OutboxMetrics metrics,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxWorker> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<long, Task> underway = [];
    private readonly IOutboxCarrier[] carriers = [.. carriers];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                TimeSpan pause = await SendDueAsync();
                await signal.WaitAsync(pause, stoppingToken);
            }
        }
        finally
        {
            // What has been sent must be settled before the store closes.
            await Task.WhenAll(underway.Values);
        }
    }

    /// <returns>How long nothing will fall due, as far as this node knows.</returns>
    private async Task<TimeSpan> SendDueAsync()
    {
        TimeSpan pause = options.Value.Interval;
        try
        {
            foreach (IOutboxCarrier carrier in carriers)
            {
                // With no slot free, the end of the first row under way wakes the worker again.
                if (options.Value.Parallel - underway.Count is > 0 and int free)
                {
                    // Not cancelled by a stop: rows claimed by a call that nobody waits for would look lost.
                    OutboxClaim claim = await outbox.ClaimAsync(carrier.Kind, free, options.Value.Lease, carrier.Repeatable, CancellationToken.None);
                    Start(carrier, claim);
                    pause = claim.NextDue - time.GetUtcNow() is { } next && next < pause ? next : pause;
                }
            }
        }
        catch (Exception error)
        {
            ClaimFailed(logger, error);
        }

        return pause > TimeSpan.Zero ? pause : TimeSpan.Zero;
    }

    private void Start(IOutboxCarrier carrier, OutboxClaim claim)
    {
        if (claim.Lost > 0)
        {
            metrics.Lost(carrier.Kind, claim.Lost);
            SendersLost(logger, claim.Lost, carrier.Kind);
        }

        foreach (OutboxRow row in claim.Rows)
        {
            // Entered before it starts, so that its end always finds itself there to remove.
            Task<Task> sending = new(() => SendAsync(carrier, row));
            underway[row.Id] = sending.Unwrap();
            sending.Start(TaskScheduler.Default);
        }
    }

    private async Task SendAsync(IOutboxCarrier carrier, OutboxRow row)
    {
        await attempt.RunAsync(carrier, row);
        underway.TryRemove(row.Id, out _);

        // The next row of the conversation may go now.
        signal.Wake();
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be read; it is tried again")]
    private static partial void ClaimFailed(ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Warning, "{Count} rows ({Kind}) were being sent when their sender vanished; whether they arrived is unknown")]
    private static partial void SendersLost(ILogger logger, int count, string kind);
}
