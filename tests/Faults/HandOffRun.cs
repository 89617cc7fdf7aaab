using System.Diagnostics;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>F19: the service is killed again and again while shoppers go to people and back. Never both answer, never neither, and nothing is lost.</summary>
internal static class HandOffRun
{
    private static readonly TimeSpan SettleWithin = TimeSpan.FromSeconds(90);

    public static async Task<int> RunAsync(Arguments arguments)
    {
        int kills = arguments.Number("kills", 50);
        int seed = arguments.Number("seed", Environment.TickCount & 0xFFFFFF);
        int nodes = arguments.Number("nodes", 1);
        Console.WriteLine($"kill -9 {kills} times during hand-offs, {nodes} nodes, seed {seed}");
        Random random = new(seed);
        using Cluster cluster = await Cluster.StartAsync(nodes, "--Desk:AcceptWithin", "00:00:05", "--Desk:ThereFor", "00:00:05", "--Desk:Grace", "00:00:02");
        (string email, string password) = await cluster.Nodes[0].AdministratorAsync();
        using DeskClient administrator = await DeskClient.FirstAsync([.. cluster.Nodes.Select(node => node.Address)], email, password);
        HandOffShopper[] shoppers = [.. Enumerable.Range(0, arguments.Number("shoppers", 12)).Select(number => new HandOffShopper(cluster.Route(), number, seed + number))];
        await Task.WhenAll(shoppers.Select(shopper => shopper.StartAsync()));
        HandOffAgent[] agents = await AgentsAsync(administrator, shoppers, arguments.Number("agents", 4), seed);

        using CancellationTokenSource stopWriting = new();
        using CancellationTokenSource stopWorking = new();
        Task writing = Task.WhenAll(shoppers.Select(shopper => shopper.WriteAsync(stopWriting.Token)));
        Task working = Task.WhenAll(agents.SelectMany(agent => (Task[])[agent.FollowAsync(stopWorking.Token), agent.WorkAsync(stopWorking.Token)]));
        for (int kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(300, 3_000));
            ServiceProcess node = cluster.Nodes[random.Next(nodes)];
            await node.KillAsync();
            await node.StartAsync();
        }

        await stopWriting.CancelAsync();
        await writing;
        Array.ForEach(agents, agent => agent.LetsGo = false);
        IReadOnlyList<string> broken = await SettleAsync(administrator, shoppers, agents);
        await stopWorking.CancelAsync();
        await working;
        return Report(shoppers, agents, broken);
    }

    private static async Task<HandOffAgent[]> AgentsAsync(DeskClient administrator, HandOffShopper[] shoppers, int count, int seed)
    {
        List<HandOffAgent> agents = [];
        for (int number = 0; number < count; number++)
        {
            agents.Add(new HandOffAgent(await administrator.HireAsync(number, 20), id => shoppers.First(shopper => shopper.Conversation == id).AnsweredByBotAsync(), seed + number));
        }

        return [.. agents];
    }

    // Who still waits is served, and answers on their way arrive: what counts is what holds in the end.
    private static async Task<IReadOnlyList<string>> SettleAsync(DeskClient desk, HandOffShopper[] shoppers, HandOffAgent[] agents)
    {
        Stopwatch waiting = Stopwatch.StartNew();
        while (true)
        {
            List<string> broken = [];
            foreach (HandOffShopper shopper in shoppers)
            {
                broken.AddRange(await CheckAsync(desk, shopper, agents));
            }

            if (broken.Count == 0 || waiting.Elapsed > SettleWithin)
            {
                return broken;
            }

            await Task.Delay(500);
        }
    }

    private static async Task<IEnumerable<string>> CheckAsync(DeskClient desk, HandOffShopper shopper, HandOffAgent[] agents)
    {
        IReadOnlyList<JsonElement> items = await HandOffLog.ReadAsync(desk, shopper.Conversation);
        List<string> broken = [.. new HandOffLog(items).Check(shopper.Conversation, await shopper.AnsweredByBotAsync())];
        ILookup<string, long> stored = items.Where(item => item.GetProperty("clientId").ValueKind == JsonValueKind.String).ToLookup(item => item.GetProperty("clientId").GetString()?.Split(' ')[^1] ?? "", item => item.GetProperty("sequence").GetInt64());
        IEnumerable<(string ClientId, long Sequence)> promised = shopper.Acknowledged.Select(pair => (pair.Key, pair.Value))
            .Concat(agents.SelectMany(agent => agent.Acknowledged).Where(pair => pair.Key.Conversation == shopper.Conversation).Select(pair => (pair.Key.ClientId, pair.Value)));
        broken.AddRange(promised.Where(promise => !stored[promise.ClientId].Contains(promise.Sequence)).Select(promise => $"{shopper.Conversation}: {promise.ClientId} was acknowledged as {promise.Sequence} and is not there"));
        return broken;
    }

    private static int Report(HandOffShopper[] shoppers, HandOffAgent[] agents, IReadOnlyList<string> broken)
    {
        foreach (string promise in broken.Take(20))
        {
            Console.WriteLine($"BROKEN {promise}");
        }

        int said = shoppers.Sum(shopper => shopper.Acknowledged.Count);
        int answered = agents.Sum(agent => agent.Acknowledged.Count);
        Console.WriteLine($"{said} messages of shoppers and {answered} answers of agents acknowledged, {broken.Count} promises broken");
        Array.ForEach(shoppers, shopper => shopper.Dispose());
        Array.ForEach(agents, agent => agent.Dispose());
        bool held = broken.Count == 0 && said > 0 && answered > 0;
        Console.WriteLine(held ? "1 passed, 0 failed" : "0 passed, 1 failed");
        return held ? 0 : 1;
    }
}
