using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using SupportBot.Operation;

namespace SupportBot.Channels.DirectLine;

/// <summary>The open sockets of this node: counted, kept alive, and told to reconnect elsewhere when the node stops.</summary>
internal sealed class SocketRegistry : BackgroundService
{
    private const int Wave = 20;

    private readonly ConcurrentDictionary<ActivitySocket, byte> open = [];
    private readonly ConcurrentDictionary<string, int> perConversation = new(StringComparer.Ordinal);
    private readonly DirectLineOptions options;
    private readonly TimeProvider time;
    private readonly Drain drain;

    public SocketRegistry(IOptions<DirectLineOptions> options, TimeProvider time, Drain drain, IMeterFactory meters)
    {
        this.options = options.Value;
        this.time = time;
        this.drain = drain;
        meters.Create("SupportBot").CreateObservableUpDownCounter("supportbot.sockets.open", () => open.Count, "{socket}", "Open Direct Line sockets");
        drain.Leaving.Register(() => _ = SendAllAwayAsync());
    }

    /// <summary>False when the conversation has as many sockets as it may.</summary>
    public bool TryAdd(ActivitySocket socket)
    {
        int count = perConversation.AddOrUpdate(socket.ConversationId, 1, (_, others) => others + 1);
        open.TryAdd(socket, 0);
        if (drain.Leaving.IsCancellationRequested)
        {
            // It was let in just before the others were sent away.
            socket.GoAway();
        }

        if (count <= options.MaxSocketsPerConversation)
        {
            return true;
        }

        Remove(socket);
        return false;
    }

    public void Remove(ActivitySocket socket)
    {
        open.TryRemove(socket, out _);
        int left = perConversation.AddOrUpdate(socket.ConversationId, 0, (_, others) => others - 1);
        if (left == 0)
        {
            perConversation.TryRemove(KeyValuePair.Create(socket.ConversationId, 0));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(options.KeepAlive, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (ActivitySocket socket in open.Keys)
            {
                socket.KeepAlive();
            }
        }
    }

    // One after the other, so that the nodes that stay do not get all of them at once.
    private async Task SendAllAwayAsync()
    {
        ActivitySocket[] leaving = [.. open.Keys];
        for (int index = 0; index < leaving.Length; index++)
        {
            leaving[index].GoAway();
            if (drain.Departure > TimeSpan.Zero && index % Wave == 0)
            {
                await Task.Delay(drain.Departure * Wave / (leaving.Length + Wave), time);
            }
        }
    }
}
