using System.Diagnostics;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>What many clients do to a service.</summary>
internal static class CrowdRuns
{
    private const int Slices = 7;
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(30);

    /// <summary>F16: readers that take a byte a second cost memory and the others' time almost nothing.</summary>
    public static Task<int> SlowReadersAsync(Arguments arguments)
    {
        int readers = arguments.Number("readers", 500);
        TimeSpan time = TimeSpan.FromSeconds(arguments.Number("seconds", 30));
        return LoadRun.RunAsync(arguments, $"{readers} readers at a byte a second", 1, async (cluster, run, random) =>
        {
            ServiceProcess node = cluster.Nodes[0];
            using TcpProxy slow = new(node.Address.Port);
            using Crowd crowd = new(() => new RoundRobin([node.Address], _ => true), readers);
            await crowd.BeginAsync();
            await Task.Delay(time / 3);
            double[] before = await PercentilesAsync(run, time / 2);
            long memory = ProcessUsage.Of(node.Id).ResidentBytes;

            await crowd.ConnectAsync(slow.Port, BackWithin);
            (slow.Trickle, slow.Delay) = (1, TimeSpan.FromSeconds(1));
            await crowd.TalkAsync(20);
            double[] during = await PercentilesAsync(run, time);
            long grown = (ProcessUsage.Of(node.Id).ResidentBytes - memory) / 1048576;
            crowd.Leave();
            double[] after = await PercentilesAsync(run, time / 2);

            // Beside the same time without them, before and after, so that neither a warming service nor a growing database counts.
            (double with, double without) = (Median(during), Median([.. before, .. after]));
            Console.WriteLine($"memory {memory / 1048576} MB, then {grown:+0;-0;0} MB; others' p99 {with:F1} ms with them, {without:F1} ms without: × {with / without:F2}");
            run.Require(crowd.Failed == 0, $"{crowd.Failed} readers could not connect");
            run.Require(grown < 50, $"slow readers cost {grown} MB");
            run.Require(with < without * 1.5, $"slow readers cost the others their time: × {with / without:F2}");
        });
    }

    // Of several slices, so that one pause of the machine is not taken for the rule.
    private static async Task<double[]> PercentilesAsync(LoadRun run, TimeSpan time)
    {
        List<double> slices = [];
        for (int slice = 0; slice < Slices; slice++)
        {
            long from = Stopwatch.GetTimestamp();
            await Task.Delay(time / Slices);
            slices.Add(run.SlowestPercent(from, Stopwatch.GetTimestamp()).TotalMilliseconds);
        }

        return [.. slices];
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    /// <summary>F17: all sockets are lost at once, and come back at once.</summary>
    public static async Task<int> ReconnectAsync(Arguments arguments)
    {
        int sockets = arguments.Number("sockets", 10_000);
        int nodes = arguments.Number("nodes", 1);
        Console.WriteLine($"{sockets} sockets lost and back at once, {nodes} nodes");
        using Cluster cluster = await Cluster.StartAsync(nodes);
        using Crowd crowd = new(cluster.Route, sockets);
        await crowd.BeginAsync();
        TimeSpan first = await crowd.ConnectAsync(null, TimeSpan.FromMinutes(5));
        string memory = string.Join(", ", cluster.Nodes.Select(node => $"{ProcessUsage.Of(node.Id).ResidentBytes / 1048576} MB"));
        bool complete = crowd.Failed == 0;
        foreach (ServiceProcess node in cluster.Nodes)
        {
            await node.KillAsync();
        }

        crowd.Leave();
        await Task.WhenAll(cluster.Nodes.Select(node => node.StartAsync()));
        TimeSpan back = await crowd.ConnectAsync(null, BackWithin);
        Console.WriteLine($"connected in {first.TotalSeconds:F1} s, RSS {memory}; all killed; back in {back.TotalSeconds:F1} s, {crowd.Failed} missing");
        bool held = complete && crowd.Failed == 0;
        Console.WriteLine(held ? "1 passed, 0 failed" : "0 passed, 1 failed");
        return held ? 0 : 1;
    }
}
