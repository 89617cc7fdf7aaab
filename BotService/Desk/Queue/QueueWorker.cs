using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;

namespace SupportBot.Desk.Queue;

/// <summary>
/// Tends the queue when something has happened that matters to it, and when something falls due; never by a tick. A slow sweep
/// repairs what a lost wake-up or another node's death left behind.
/// </summary>
internal sealed partial class QueueWorker(
    IQueueStore queue,
    IAgentStore agents,
    DeskActions actions,
    QueueAnnouncer announcer,
    DeskSignals signals,
    IOptions<DeskOptions> options,
    TimeProvider time,
    ILogger<QueueWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Sweep = TimeSpan.FromSeconds(5);

    // Under load many wake-ups share one tending; nobody notices so short a wait. Places are told some seconds late anyway.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LeastOfPlaces = TimeSpan.FromMilliseconds(500);

    // So many share a commit, and leave connections to the others.
    private static readonly ParallelOptions Together = new() { MaxDegreeOfParallelism = 16 };

    // Whoever is told their place must not hold up those who are being served.
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        RepeatAsync(TendAsync, signals.QueueAsync, Least, stoppingToken),
        RepeatAsync(announcer.AnnounceAsync, signals.LineAsync, LeastOfPlaces, stoppingToken));

    private async Task RepeatAsync(Func<CancellationToken, Task<DateTimeOffset?>> work, Func<TimeSpan, CancellationToken, Task> woken, TimeSpan least, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            TimeSpan pause = Sweep;
            try
            {
                pause = await work(stopping) - time.GetUtcNow() is { } left && left < Sweep ? left : Sweep;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                TendFailed(logger, error);
            }

            await Task.Delay(least, time, stopping);
            await woken(pause > least ? pause : least, stopping);
        }
    }

    private async Task<DateTimeOffset?> TendAsync(CancellationToken cancellation)
    {
        QueueTending tending = await queue.TendAsync(cancellation);
        signals.Wake(tending.News);
        if (options.Value.AutoAccept && tending.Offers.Count > 0)
        {
            Dictionary<string, string> names = (await agents.ListAsync(cancellation)).ToDictionary(agent => agent.Id, agent => agent.Name);
            await Parallel.ForEachAsync(tending.Offers, Together, async (offer, _) =>
                await actions.TakeAsync(offer.ConversationId, MoveKind.Accept, new StaffMember(offer.AgentId, names.GetValueOrDefault(offer.AgentId, ""), "", new HashSet<Permission>()), cancellation));
        }

        return tending.NextDue;
    }

    [LoggerMessage(LogLevel.Error, "The queue could not be tended; it is tried again")]
    private static partial void TendFailed(ILogger logger, Exception error);
}
