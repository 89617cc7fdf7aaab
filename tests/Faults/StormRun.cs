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
            TimeSpan[] longest = new TimeSpan[Faults.Length];
            Stopwatch sinceTold = Stopwatch.StartNew();
            while (run.Acknowledged < messages)
            {
                await Task.Delay(random.Next(100, pause));
                int drawn = random.Next(Faults.Length);
                await Faults[drawn].HappenAsync(cluster, random);
                TimeSpan served = await ServedAsync(cluster, run, Faults[drawn].Name);
                counts[drawn]++;
                longest[drawn] = served > longest[drawn] ? served : longest[drawn];
                if (sinceTold.Elapsed > TimeSpan.FromMinutes(1))
                {
                    Console.WriteLine($"{run.Acknowledged} messages acknowledged");
                    sinceTold.Restart();
                }
            }

            Console.WriteLine($"served again, at the latest: {string.Join(", ", Faults.Select((fault, index) => $"{longest[index].TotalSeconds:F1} s of {counts[index]} {fault.Name}"))}");
            run.OnlyBusy();
        });
    }

    /// <returns>How long it took until as many messages had been acknowledged as there are shoppers.</returns>
    private static async Task<TimeSpan> ServedAsync(Cluster cluster, LoadRun run, string fault)
    {
        Stopwatch healing = Stopwatch.StartNew();
        try
        {
            await run.AcknowledgedAsync(run.Shoppers.Length);
        }
        catch (TimeoutException)
        {
            // What was acknowledged until now is checked all the same, unless it stands still for good.
            run.Break($"nobody was served for a minute after {fault}");
            Console.WriteLine($"nobody was served for a minute after {fault}; refused {run.RefusedBy()}");
            Console.WriteLine(await cluster.Postgres.AskAsync(
                "select state, wait_event_type, wait_event, max(now() - state_change), count(*), left(query, 120) from pg_stat_activity where pid <> pg_backend_pid() group by 1, 2, 3, 6 order by 4 desc nulls last"));
            await run.AcknowledgedAsync(run.Shoppers.Length);
        }

        return healing.Elapsed;
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
