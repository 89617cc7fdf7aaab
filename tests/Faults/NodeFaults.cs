using System.Diagnostics;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>What happens to nodes: they are killed, stand still, or are replaced by newer ones.</summary>
internal static class NodeFaults
{
    /// <summary>F1: <c>kill -9</c> again and again.</summary>
    public static Task<int> KillAsync(Arguments arguments)
    {
        int kills = arguments.Number("kills", 50);
        return LoadRun.RunAsync(arguments, $"kill -9 {kills} times", 1, async (cluster, run, random) =>
        {
            for (int kill = 0; kill < kills; kill++)
            {
                await Task.Delay(random.Next(50, arguments.Number("pause", 1_200)));
                await KillOneAsync(cluster, random);
            }
        });
    }

    /// <summary>One node, killed and started again.</summary>
    public static async Task KillOneAsync(Cluster cluster, Random random)
    {
        ServiceProcess node = cluster.Nodes[random.Next(cluster.Nodes.Length)];
        await node.KillAsync();
        await node.StartAsync();
    }

    /// <summary>F3: a node stands still for longer than its lease, and wakes.</summary>
    public static Task<int> FreezeAsync(Arguments arguments)
    {
        int freezes = arguments.Number("freezes", 3);
        TimeSpan time = TimeSpan.FromSeconds(arguments.Number("seconds", 60));
        return LoadRun.RunAsync(arguments, $"a node frozen {freezes} times for {time.TotalSeconds:F0} s", 3, async (cluster, run, random) =>
        {
            for (int freeze = 0; freeze < freezes; freeze++)
            {
                await run.AcknowledgedAsync(20);
                await FreezeOneAsync(cluster, random, time);
                await run.AcknowledgedAsync(20);
            }
        });
    }

    /// <summary>One node, frozen for a time.</summary>
    public static async Task FreezeOneAsync(Cluster cluster, Random random, TimeSpan time)
    {
        ServiceProcess node = cluster.Nodes[random.Next(cluster.Nodes.Length)];
        await node.SignalAsync("STOP");
        await Task.Delay(time);
        await node.SignalAsync("CONT");
    }

    /// <summary>F20: the nodes are stopped and started one after the other, as in an upgrade. Nobody may be refused or left without an answer.</summary>
    public static Task<int> UpgradeAsync(Arguments arguments) =>
        LoadRun.RunAsync(arguments, "a rolling upgrade", 3, (cluster, run, _) => ReplaceAsync(cluster, run, arguments.Number("rounds", 2)), "--Drain:Window", "00:00:02");

    /// <summary>F20 as it is delivered: two nodes behind HAProxy, which finds out by itself that one leaves.</summary>
    public static async Task<int> BalancedUpgradeAsync(Arguments arguments)
    {
        Console.WriteLine("a rolling upgrade behind HAProxy, 2 nodes on PostgreSQL and Redis");
        using Cluster cluster = await Cluster.StartManyAsync(2, null, "--Drain:Window", "00:00:08");
        await cluster.BalanceAsync();
        return await new LoadRun(cluster, arguments).RunAsync(run => ReplaceAsync(cluster, run, arguments.Number("rounds", 2)));
    }

    private static async Task ReplaceAsync(Cluster cluster, LoadRun run, int rounds)
    {
        for (int round = 0; round < rounds; round++)
        {
            foreach (ServiceProcess node in cluster.Nodes)
            {
                run.Require(await cluster.ReplaceAsync(node) == 0, "a node told to stop ended with an error");
                await run.AcknowledgedAsync(20);
            }
        }

        run.AllServed();
    }

    /// <summary>F22: nothing goes wrong for a long time, and memory stays where it is.</summary>
    public static Task<int> SoakAsync(Arguments arguments)
    {
        TimeSpan time = arguments.Number("seconds", 0) is > 0 and int seconds ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromMinutes(arguments.Number("minutes", 60));

        // Collected often, a node's lowest points are what it really holds.
        Environment.SetEnvironmentVariable("DOTNET_GCgen0size", "0x1000000");
        return LoadRun.RunAsync(arguments, $"a soak of {time}", 3, async (cluster, run, random) =>
        {
            // A third of the time to warm up: code is compiled, caches and pools fill.
            await Task.Delay(time / 3);
            long[] before = await LowestAsync(cluster, time / 3);
            long[] after = await LowestAsync(cluster, time / 3);
            for (int index = 0; index < before.Length; index++)
            {
                long grown = (after[index] - before[index]) / 1048576;
                Console.WriteLine($"node {index + 1}: {before[index] / 1048576} MB, then {grown:+0;-0;0} MB");
                run.Require(grown < 16, $"node {index + 1} has grown by {grown} MB");
            }
        });
    }

    private static async Task<long[]> LowestAsync(Cluster cluster, TimeSpan time)
    {
        long[] lowest = [.. cluster.Nodes.Select(_ => long.MaxValue)];
        for (Stopwatch watch = Stopwatch.StartNew(); watch.Elapsed < time; await Task.Delay(200))
        {
            lowest = [.. cluster.Nodes.Select((node, index) => Math.Min(lowest[index], ProcessUsage.Of(node.Id).ResidentBytes))];
        }

        return lowest;
    }
}
