using Microsoft.Extensions.Options;
using SupportBot.Operation;

namespace SupportBot.Conversations.Nodes;

/// <summary>
/// Keeps this node's lease and ends those of dead nodes. Beats are counted, not timed: clocks need not agree, and a database that was away
/// makes nobody dead.
/// </summary>
internal sealed partial class Heartbeat(NodeLease lease, INodeStore store, IOptions<NodeOptions> options, TimeProvider time, ILogger<Heartbeat> logger) : BackgroundService
{
    private readonly WakeUp deaths = new(time);
    private readonly Dictionary<NodeBeat, int> silent = [];

    /// <summary>Returns when this node has ended a dead one's lease, or after the time at the latest.</summary>
    public Task DeathAsync(TimeSpan atMost, CancellationToken cancellation) => deaths.WaitAsync(atMost, cancellation);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.BeginAsync(lease.Current, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            // A beat that was cut short may yet be stored, and the lease then ends at the next try.
            while (await OwnAsync(cancellationToken) is { } own && !await store.EndAsync(own, cancellationToken))
            {
            }
        }
        catch (Exception error)
        {
            // Also when the time to stop is over: the others find out by themselves.
            BeatFailed(logger, error);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.Value.Beat, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await BeatAsync(stoppingToken);
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                BeatFailed(logger, error);
            }
        }
    }

    private async Task<NodeBeat?> OwnAsync(CancellationToken cancellation) =>
        (await store.ListAsync(cancellation)).Cast<NodeBeat?>().FirstOrDefault(node => node?.Lease == lease.Current);

    private async Task BeatAsync(CancellationToken cancellation)
    {
        if (!await store.BeatAsync(lease.Current, cancellation))
        {
            string fresh = RandomId.New();
            await store.BeginAsync(fresh, cancellation);
            lease.Current = fresh;
            LeaseLost(logger);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        NodeBeat[] others = [.. (await store.ListAsync(cancellation)).Where(node => node.Lease != lease.Current)];
        foreach (NodeBeat gone in silent.Keys.Except(others))
        {
            silent.Remove(gone);
        }

        foreach (NodeBeat other in others)
        {
            silent[other] = silent.GetValueOrDefault(other) + 1;
            if (silent[other] > options.Value.MissedBeats && await store.EndAsync(other, cancellation))
            {
                NodeDied(logger);
                deaths.Wake();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The node could not tell that it lives; it tries again")]
    private static partial void BeatFailed(ILogger logger, Exception error);

    [LoggerMessage(LogLevel.Warning, "This node was taken for dead; what it had begun is done anew")]
    private static partial void LeaseLost(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "Another node no longer beats; its pending turns are taken over")]
    private static partial void NodeDied(ILogger logger);
}
