using System.Diagnostics;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>F1–F4 and F6–F8 together: one fault after another, drawn at random, until so many messages have been acknowledged.</summary>
internal static class StormRun
{
    private static readonly (string Name, Func<Cluster, Random, Task> HappenAsync)[] Faults =
    [
        ("kill", NodeFaults.KillOneAsync),
        ("step", StepKills.KillAnywhereAsync),
        ("freeze", (cluster, random) => NodeFaults.FreezeOneAsync(cluster, random, Seconds(random, 12))),
        ("redis-flush", (cluster, _) => cluster.Redis.AskAsync("FLUSHALL")),
        ("redis-kill", KillRedisAsync),
        ("redis-cut", (cluster, random) => SwallowAsync(cluster.ToRedis, Seconds(random, 6))),
        ("postgres-halfopen", (cluster, random) => SwallowAsync(cluster.ToPostgres, Seconds(random, 6))),
        ("postgres-restart", (cluster, _) => cluster.Postgres.RestartAsync()),
    ];

    public static Task<int> RunAsync(Arguments arguments)
    {
        int messages = arguments.Number("messages", 1_000_000);
        int pause = arguments.Number("pause", 4_000);
        return LoadRun.RunAsync(arguments, $"a storm of faults over {messages} messages", 3, async (cluster, run, random) =>
        {
            int[] counts = new int[Faults.Length];
            Stopwatch sinceTold = Stopwatch.StartNew();
            while (run.Acknowledged < messages)
            {
                await Task.Delay(random.Next(100, pause));
                int drawn = random.Next(Faults.Length);
                await Faults[drawn].HappenAsync(cluster, random);
                await run.AcknowledgedAsync(run.Shoppers.Length);
                counts[drawn]++;
                if (sinceTold.Elapsed > TimeSpan.FromMinutes(1))
                {
                    Console.WriteLine($"{run.Acknowledged} messages acknowledged");
                    sinceTold.Restart();
                }
            }

            Console.WriteLine(string.Join(", ", Faults.Select((fault, index) => $"{fault.Name} {counts[index]}")));
            run.OnlyBusy();
        });
    }

    private static TimeSpan Seconds(Random random, int atMost) => TimeSpan.FromSeconds(random.Next(1, atMost));

    private static async Task KillRedisAsync(Cluster cluster, Random random)
    {
        await cluster.Redis.KillAsync();
        await Task.Delay(Seconds(random, 4));
        await cluster.Redis.StartAsync();
    }

    private static async Task SwallowAsync(TcpProxy proxy, TimeSpan time)
    {
        proxy.Swallow();
        await Task.Delay(time);
        proxy.Heal();
    }
}
