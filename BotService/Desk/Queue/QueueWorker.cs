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

    // Under load many wake-ups share one tending; nobody notices so short a wait.
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause = Sweep;
            try
            {
                DateTimeOffset? due = Earlier(await TendAsync(stoppingToken), await announcer.AnnounceAsync(stoppingToken));
                pause = due - time.GetUtcNow() is { } left && left < Sweep ? left : Sweep;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                TendFailed(logger, error);
            }

            await Task.Delay(Least, time, stoppingToken);
            await signals.QueueAsync(pause > Least ? pause : Least, stoppingToken);
        }
    }

    private async Task<DateTimeOffset?> TendAsync(CancellationToken cancellation)
    {
        QueueTending tending = await queue.TendAsync(cancellation);
        signals.Wake(tending.News);
        if (options.Value.AutoAccept && tending.Offers.Count > 0)
        {
            Dictionary<string, string> names = (await agents.ListAsync(cancellation)).ToDictionary(agent => agent.Id, agent => agent.Name);
            foreach (Match offer in tending.Offers)
            {
                StaffMember agent = new(offer.AgentId, names.GetValueOrDefault(offer.AgentId, ""), "", new HashSet<Permission>());
                await actions.TakeAsync(offer.ConversationId, MoveKind.Accept, agent, cancellation);
            }
        }

        return tending.NextDue;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    [LoggerMessage(LogLevel.Error, "The queue could not be tended; it is tried again")]
    private static partial void TendFailed(ILogger logger, Exception error);
}
