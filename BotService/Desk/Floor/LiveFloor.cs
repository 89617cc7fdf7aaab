using SupportBot.Access;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Stream;

namespace SupportBot.Desk.Floor;

/// <summary>The floor, and its changes to the supervisors who look: once a second at most.</summary>
internal sealed partial class LiveFloor(IFloorStore floor, IAgentStore agents, IDeskStore desk, DeskNotices notices, DeskSockets sockets, FloorSignal signal, StoreClock clock, TimeProvider time, ILogger<LiveFloor> logger) : BackgroundService
{
    private const int MostWaiting = 100;
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public async Task<FloorDocument> ReadAsync(CancellationToken cancellation)
    {
        DeskFilter waiting = new() { View = DeskView.Unassigned, Sort = DeskSort.Waiting };
        return new FloorDocument(
            await agents.ListAsync(cancellation),
            [.. (await desk.ListAsync(waiting, "", MostWaiting, cancellation)).Select(SummaryDocument.Of)],
            await floor.FiguresAsync(clock.StartOfToday, cancellation));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Recheck, stoppingToken);
            try
            {
                if (sockets.HasSupervisors)
                {
                    byte[] moment = notices.Json(new FloorEvent(await ReadAsync(stoppingToken)));
                    sockets.Show(moment, socket => socket.Member.May(Permission.DeskSupervise));
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                FloorFailed(logger, error);
            }

            await Task.Delay(Least, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The floor could not be counted; it is tried again")]
    private static partial void FloorFailed(ILogger logger, Exception error);
}
