using System.Diagnostics;

namespace SupportBot.Faults;

/// <summary>What happens to PostgreSQL: who cannot be served is told so, and nothing acknowledged is lost.</summary>
internal static class PostgresFaults
{
    /// <summary>F8: restarted at once, as after a crash.</summary>
    public static Task<int> RestartAsync(Arguments arguments)
    {
        int restarts = arguments.Number("restarts", 50);
        return LoadRun.RunAsync(arguments, $"PostgreSQL restarted {restarts} times", 3, async (cluster, run, random) =>
        {
            for (int restart = 0; restart < restarts; restart++)
            {
                await run.AcknowledgedAsync(random.Next(1, 60));
                await cluster.Postgres.RestartAsync();
            }

            await run.AcknowledgedAsync(50);
            run.OnlyBusy();
        });
    }

    /// <summary>F7: connections die without either side being told.</summary>
    public static Task<int> HalfOpenAsync(Arguments arguments) => LoadRun.RunAsync(arguments, "the connections to PostgreSQL half open", 3, async (cluster, run, random) =>
    {
        for (int cut = 0; cut < arguments.Number("cuts", 3); cut++)
        {
            await run.AcknowledgedAsync(50);
            cluster.ToPostgres.Swallow();
            await Task.Delay(TimeSpan.FromSeconds(arguments.Number("seconds", 15)));
            cluster.ToPostgres.Heal();
            Stopwatch healing = Stopwatch.StartNew();
            await run.AcknowledgedAsync(run.Shoppers.Length);
            Console.WriteLine($"served again {healing.Elapsed.TotalSeconds:F1} s after the network was");
            run.Require(healing.Elapsed < TimeSpan.FromSeconds(10), "the pool had not recovered within 10 s");
        }

        run.OnlyBusy();
    });

    /// <summary>F9: it takes no writes, as a standby or one whose administrator has stopped it does. Reading goes on.</summary>
    public static Task<int> ReadOnlyAsync(Arguments arguments) => LoadRun.RunAsync(arguments, "PostgreSQL read-only", 3, async (cluster, run, random) =>
    {
        for (int round = 0; round < arguments.Number("rounds", 3); round++)
        {
            await run.AcknowledgedAsync(50);
            await cluster.Postgres.SetAsync("default_transaction_read_only", "on");
            await run.RefusedAsync(50);
            run.Require((await run.Shoppers[0].ReadAllAsync()).Count > 0, "a conversation could not be read meanwhile");
            await cluster.Postgres.SetAsync("default_transaction_read_only", "off");
            await run.AcknowledgedAsync(50);
        }

        run.OnlyBusy();
    });
}
