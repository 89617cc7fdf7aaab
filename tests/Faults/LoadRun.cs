using System.Diagnostics;
using System.Net;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>Shoppers write and follow while something goes wrong. Afterwards everything acknowledged is stored once, in order, answered once, and seen.</summary>
internal sealed class LoadRun(Cluster cluster, Arguments arguments)
{
    private static readonly TimeSpan SettleWithin = TimeSpan.FromSeconds(60);

    private readonly List<string> broken = [];

    public Shopper[] Shoppers { get; } = [.. Enumerable.Range(0, arguments.Number("shoppers", 12)).Select(number => new Shopper(cluster.Route(), number))];

    /// <summary>Starts a cluster, lets the fault happen under load, and tells what held.</summary>
    public static async Task<int> RunAsync(Arguments arguments, string name, int nodes, Func<Cluster, LoadRun, Random, Task> fault, params string[] settings)
    {
        int seed = arguments.Number("seed", Environment.TickCount & 0xFFFFFF);
        nodes = arguments.Number("nodes", nodes);
        Console.WriteLine($"{name}, {nodes} {(nodes == 1 ? "node on SQLite" : "nodes on PostgreSQL and Redis")}, seed {seed}");
        using Cluster cluster = await Cluster.StartAsync(nodes, settings);
        return await new LoadRun(cluster, arguments).RunAsync(run => fault(cluster, run, new Random(seed)));
    }

    public async Task<int> RunAsync(Func<LoadRun, Task> fault)
    {
        await Task.WhenAll(Shoppers.Select(shopper => shopper.StartAsync()));
        using CancellationTokenSource stopWriting = new();
        using CancellationTokenSource stopFollowing = new();
        Task writing = Task.WhenAll(Shoppers.Select(shopper => shopper.WriteAsync(stopWriting.Token)));
        Task following = Task.WhenAll(Shoppers.Select(shopper => shopper.FollowAsync(stopFollowing.Token)));
        await AcknowledgedAsync(Shoppers.Length);
        await fault(this);
        await stopWriting.CancelAsync();
        await writing;
        broken.AddRange(await SettleAsync());
        await stopFollowing.CancelAsync();
        await following;
        return Report();
    }

    /// <summary>Something that should have held did not.</summary>
    public void Break(string promise) => broken.Add(promise);

    public void Require(bool held, string promise)
    {
        if (!held)
        {
            Break(promise);
        }
    }

    /// <summary>Waits until so many more messages have been acknowledged.</summary>
    public async Task AcknowledgedAsync(int more)
    {
        int goal = Acknowledged + more;
        Stopwatch waiting = Stopwatch.StartNew();
        while (Acknowledged < goal)
        {
            if (waiting.Elapsed > SettleWithin)
            {
                throw new TimeoutException($"Only {Acknowledged} messages were acknowledged, {goal} were waited for.");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Waits until so many more requests have been refused.</summary>
    public async Task RefusedAsync(int more)
    {
        int goal = Refused + more;
        Stopwatch waiting = Stopwatch.StartNew();
        while (Refused < goal)
        {
            if (waiting.Elapsed > SettleWithin)
            {
                Break("nothing was refused though nothing could be stored");
                return;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Nobody has noticed anything so far.</summary>
    public void AllServed()
    {
        Require(Shoppers.All(shopper => shopper.Refusals.Count == 0), $"a request was refused: {RefusedBy()}");
        Require(Shoppers.Sum(shopper => shopper.Unanswered) == 0, "a request was left without an answer");
    }

    /// <summary>Whoever could not be served was told to come back, and nothing else.</summary>
    public void OnlyBusy()
    {
        foreach (HttpStatusCode status in Shoppers.SelectMany(shopper => shopper.Refusals.Keys).Distinct().Where(status => status != HttpStatusCode.ServiceUnavailable))
        {
            Break($"requests were refused with {(int)status} instead of 503");
        }
    }

    /// <summary>How often, by status.</summary>
    public string RefusedBy() => string.Join(", ", Shoppers.SelectMany(shopper => shopper.Refusals).GroupBy(refusal => refusal.Key, refusal => refusal.Value)
        .Select(status => $"{status.Sum()} × {(int)status.Key}").DefaultIfEmpty("none"));

    public int Acknowledged => Shoppers.Sum(shopper => shopper.Acknowledged.Count);

    private int Refused => Shoppers.Sum(shopper => shopper.Refusals.Values.Sum());

    /// <summary>The 99th percentile of what was acknowledged to sends begun in a span of the stopwatch.</summary>
    public TimeSpan SlowestPercent(long from, long to)
    {
        TimeSpan[] took = [.. Shoppers.SelectMany(shopper => shopper.Sends).Where(sent => sent.Started >= from && sent.Started < to).Select(sent => sent.Took).Order()];
        return took.Length == 0 ? TimeSpan.MaxValue : took[Math.Min(took.Length - 1, took.Length * 99 / 100)];
    }

    // Answers to the last messages are still on their way: what counts is what holds in the end.
    private async Task<IReadOnlyList<string>> SettleAsync()
    {
        Stopwatch waiting = Stopwatch.StartNew();
        List<string> found = [];
        foreach (Shopper shopper in Shoppers)
        {
            found.AddRange(await SettleAsync(shopper, waiting));
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> SettleAsync(Shopper shopper, Stopwatch waiting)
    {
        while (true)
        {
            IReadOnlyList<string> found = await CheckAsync(shopper);
            if (found.Count == 0 || waiting.Elapsed > SettleWithin)
            {
                return found;
            }

            await Task.Delay(200);
        }
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(Shopper shopper)
    {
        try
        {
            return Oracle.Check(shopper, await shopper.ReadAllAsync());
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or JsonException)
        {
            return [$"shopper {shopper.Number}: the conversation cannot be read: {error.Message}"];
        }
    }

    private int Report()
    {
        foreach (string promise in broken.Take(20))
        {
            Console.WriteLine($"BROKEN {promise}");
        }

        string[] memory = [.. cluster.Nodes.Where(node => node.IsRunning).Select(node => $"{ProcessUsage.Of(node.Id).ResidentBytes / 1048576} MB")];
        TimeSpan[] gaps = [.. Shoppers.SelectMany(shopper => shopper.Gaps).Order()];
        Console.WriteLine(
            $"{Acknowledged} messages acknowledged, {broken.Count} promises broken; refused {RefusedBy()}, without an answer {Shoppers.Sum(shopper => shopper.Unanswered)}; " +
            $"{gaps.Length} times without a socket{(gaps.Length == 0 ? "" : $", p99 {gaps[Math.Min(gaps.Length - 1, gaps.Length * 99 / 100)].TotalSeconds:F1} s, at most {gaps[^1].TotalSeconds:F1} s")}" +
            (memory.Length == 0 ? "" : $"; RSS {string.Join(", ", memory)}"));
        bool held = broken.Count == 0 && Acknowledged > 0;
        Array.ForEach(Shoppers, shopper => shopper.Dispose());
        Console.WriteLine(held ? "1 passed, 0 failed" : "0 passed, 1 failed");
        return held ? 0 : 1;
    }
}
