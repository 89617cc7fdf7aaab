using SupportBot.Conversations.Nodes;

namespace SupportBot.Conversations;

/// <summary>Finishes turns that a crash or a failed write left pending: all of them at start and when another node has died, stragglers afterwards.</summary>
internal sealed partial class PendingTurnSweep(IConversationStore store, TurnRunner turns, Heartbeat heartbeat, TurnsUnderway underway, ILogger<PendingTurnSweep> logger) : BackgroundService
{
    private const int Page = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    /// <summary>By now no request comes in any more; the turns of those that came are waited for.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await underway.IdleAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                SweepFailed(logger, error);
            }

            await heartbeat.DeathAsync(Interval, stoppingToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> unanswered = await store.UnansweredAsync(Page, cancellation);
        await Parallel.ForEachAsync(unanswered, cancellation, async (conversationId, stop) => await turns.FinishAsync(conversationId, stop));
        if (unanswered.Count == Page)
        {
            await SweepAsync(cancellation);
        }
    }

    [LoggerMessage(LogLevel.Error, "Pending turns could not be finished; they are tried again")]
    private static partial void SweepFailed(ILogger logger, Exception error);
}
