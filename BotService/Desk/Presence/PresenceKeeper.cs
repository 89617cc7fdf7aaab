using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Desk.Stream;

namespace SupportBot.Desk.Presence;

/// <summary>Renews the leases of the agents whose pages are connected to this node; when the node dies, they run out.</summary>
internal sealed partial class PresenceKeeper(IAgentStore agents, DeskSockets sockets, DeskSignals signals, StaffSessions sessions, IOptions<DeskOptions> options, TimeProvider time, ILogger<PresenceKeeper> logger) : BackgroundService
{
    /// <summary>An agent's page has connected.</summary>
    public async Task ArriveAsync(string agentId) =>
        signals.Wake(await agents.RenewAsync([agentId], [agentId], options.Value.ThereFor, CancellationToken.None));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.ThereFor / 3, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                IReadOnlyCollection<string> there = sockets.Agents;
                if (there.Count > 0)
                {
                    IReadOnlyList<StaffMember> active = sockets.TakeActive();
                    signals.Wake(await agents.RenewAsync(there, [.. active.Select(member => member.Id).Distinct()], options.Value.ThereFor, stoppingToken));
                    foreach (string session in active.Select(member => member.SessionId).Distinct())
                    {
                        await sessions.TouchAsync(session, stoppingToken);
                    }
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                RenewFailed(logger, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The agents' presence could not be renewed; it is tried again")]
    private static partial void RenewFailed(ILogger logger, Exception error);
}
