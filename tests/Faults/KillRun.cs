using System.Diagnostics;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>F1: the service is killed at random moments under load and started again; then everything is compared.</summary>
internal static class KillRun
{
    private static readonly TimeSpan SettleWithin = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        int kills = arguments.Number("kills", 50);
        int seed = arguments.Number("seed", Environment.TickCount & 0xFFFFFF);
        Console.WriteLine($"kill -9 {kills} times, seed {seed}");
        Random random = new(seed);
        using ServiceProcess service = new("--Articles:Directory", BotService.Tests.TestStore.Directory);
        await service.StartAsync();
        Shopper[] shoppers = [.. Enumerable.Range(0, arguments.Number("shoppers", 12)).Select(number => new Shopper(service.Address, number))];
        await Task.WhenAll(shoppers.Select(shopper => shopper.StartAsync()));

        using CancellationTokenSource stopWriting = new();
        using CancellationTokenSource stopFollowing = new();
        Task writing = Task.WhenAll(shoppers.Select(shopper => shopper.WriteAsync(stopWriting.Token)));
        Task following = Task.WhenAll(shoppers.Select(shopper => shopper.FollowAsync(stopFollowing.Token)));
        for (int kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(50, 1_200));
            await service.KillAsync();
            await service.StartAsync();
        }

        await stopWriting.CancelAsync();
        await writing;
        IReadOnlyList<string> broken = await SettleAsync(shoppers);
        await stopFollowing.CancelAsync();
        await following;
        return Report(shoppers, broken);
    }

    // Answers to the last messages are still on their way: what counts is what holds in the end.
    private static async Task<IReadOnlyList<string>> SettleAsync(Shopper[] shoppers)
    {
        Stopwatch waiting = Stopwatch.StartNew();
        while (true)
        {
            List<string> broken = [];
            foreach (Shopper shopper in shoppers)
            {
                IReadOnlyList<JsonElement> stored = await shopper.ReadAllAsync();
                broken.AddRange(Oracle.Check(shopper, stored));
            }

            if (broken.Count == 0 || waiting.Elapsed > SettleWithin)
            {
                return broken;
            }

            await Task.Delay(200);
        }
    }

    private static int Report(Shopper[] shoppers, IReadOnlyList<string> broken)
    {
        foreach (string promise in broken.Take(20))
        {
            Console.WriteLine($"BROKEN {promise}");
        }

        int acknowledged = shoppers.Sum(shopper => shopper.Acknowledged.Count);
        Console.WriteLine($"{acknowledged} messages acknowledged, {broken.Count} promises broken, longest time without a socket {shoppers.Max(shopper => shopper.LongestGap).TotalSeconds:F1} s");
        Array.ForEach(shoppers, shopper => shopper.Dispose());
        bool held = broken.Count == 0 && acknowledged > 0;
        Console.WriteLine(held ? "1 passed, 0 failed" : "0 passed, 1 failed");
        return held ? 0 : 1;
    }
}
