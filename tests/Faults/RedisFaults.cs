using System.Diagnostics;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>What happens to Redis. Messages are stored and answered whatever it is.</summary>
internal static class RedisFaults
{
    private static readonly TimeSpan LiveWithin = TimeSpan.FromSeconds(5);

    /// <summary>F4: killed, and flushed. Sockets are live again within seconds.</summary>
    public static Task<int> KillAsync(Arguments arguments) => LoadRun.RunAsync(arguments, "Redis killed and flushed", 3, async (cluster, run, random) =>
    {
        for (int round = 0; round < arguments.Number("kills", 5); round++)
        {
            await cluster.Redis.AskAsync("FLUSHALL");
            await run.AcknowledgedAsync(20);
            await cluster.Redis.KillAsync();
            await LiveAsync(run, "while Redis is away");
            await cluster.Redis.StartAsync();
            await LiveAsync(run, "when Redis is back");
            await Task.Delay(random.Next(500, 2_000));
        }
    });

    /// <summary>F5: the replica becomes the master.</summary>
    public static async Task<int> FailOverAsync(Arguments arguments)
    {
        using RedisServer master = new();
        await master.StartAsync();
        using RedisServer replica = new("--replicaof", $"127.0.0.1 {master.Port}");
        await replica.StartAsync();
        Console.WriteLine("Redis fails over, 3 nodes on PostgreSQL and Redis");
        using Cluster cluster = await Cluster.StartManyAsync(3, $"{master.Address},{replica.Address}");
        return await new LoadRun(cluster, arguments).RunAsync(async run =>
        {
            await run.AcknowledgedAsync(50);
            await master.KillAsync();
            run.Require(await replica.AskAsync("REPLICAOF NO ONE") == "+OK", "the replica was not promoted");
            await LiveAsync(run, "after the fail-over");
            await HealthyAsync(cluster, run, TimeSpan.FromSeconds(30));
        });
    }

    /// <summary>F6: the network between the nodes and Redis swallows everything.</summary>
    public static Task<int> CutAsync(Arguments arguments) => LoadRun.RunAsync(arguments, "the network to Redis cut", 3, async (cluster, run, random) =>
    {
        await run.AcknowledgedAsync(50);
        cluster.ToRedis.Swallow();

        // The first who ask still wait for their limit.
        await Task.Delay(TimeSpan.FromSeconds(1));
        long from = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(arguments.Number("seconds", 30)));
        TimeSpan slowest = run.SlowestPercent(from, Stopwatch.GetTimestamp());
        Console.WriteLine($"p99 of sends while Redis could not be reached: {slowest.TotalMilliseconds:F0} ms");
        run.Require(slowest < TimeSpan.FromSeconds(1), "sends took longer than a second while Redis could not be reached");
        cluster.ToRedis.Heal();
        await LiveAsync(run, "after the cut");
        await HealthyAsync(cluster, run, TimeSpan.FromSeconds(30));
    });

    // Whatever is acknowledged from now on is seen by its socket soon, though no node may have told the other.
    private static async Task LiveAsync(LoadRun run, string when)
    {
        await run.AcknowledgedAsync(run.Shoppers.Length);
        Dictionary<Shopper, string> newest = run.Shoppers.ToDictionary(shopper => shopper, shopper => shopper.Newest);
        Stopwatch waiting = Stopwatch.StartNew();
        while (newest.Any(wanted => !wanted.Key.HasSeen(wanted.Value)))
        {
            if (waiting.Elapsed > LiveWithin)
            {
                run.Break($"{newest.Count(wanted => !wanted.Key.HasSeen(wanted.Value))} sockets were not live within {LiveWithin.TotalSeconds:F0} s {when}");
                return;
            }

            await Task.Delay(20);
        }
    }

    private static async Task HealthyAsync(Cluster cluster, LoadRun run, TimeSpan within)
    {
        using HttpClient http = new();
        Stopwatch waiting = Stopwatch.StartNew();
        foreach (ServiceProcess node in cluster.Nodes)
        {
            while (await http.GetStringAsync(new Uri(node.Address, "/health/ready")) != "Healthy")
            {
                if (waiting.Elapsed > within)
                {
                    run.Break("a node did not find Redis again");
                    return;
                }

                await Task.Delay(200);
            }
        }

        Console.WriteLine($"all nodes had Redis again after {waiting.Elapsed.TotalSeconds:F1} s");
    }
}
