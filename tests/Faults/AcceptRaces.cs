using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>F18: two agents take one conversation at the same moment, again and again: exactly one has it each time, and only that one can answer.</summary>
internal static class AcceptRaces
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        int races = arguments.Number("races", 10_000);
        int lanes = arguments.Number("lanes", 8);
        using Cluster cluster = await Cluster.StartAsync(arguments.Number("nodes", 1), "--Desk:GreetOnAccept", "false");
        (string email, string password) = await cluster.Nodes[0].AdministratorAsync();
        using DeskClient administrator = await DeskClient.FirstAsync([.. cluster.Nodes.Select(node => node.Address)], email, password);
        using DeskClient one = await administrator.HireAsync(1, 100);
        using DeskClient other = await administrator.HireAsync(2, 100);
        int left = races;
        int[] wins = [0, 0];
        List<string> broken = [];
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(async lane =>
        {
            using RaceShopper shopper = new(cluster.Route());
            await shopper.StartAsync();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await shopper.AskForPersonAsync(one);
                string? fault = await RaceAsync(shopper.Conversation, one, other, wins);
                if (fault is not null)
                {
                    lock (broken)
                    {
                        broken.Add(fault);
                    }
                }
            }
        }));
        foreach (string fault in broken.Take(20))
        {
            Console.WriteLine($"BROKEN {fault}");
        }

        Console.WriteLine($"{races} races of two agents for one conversation: {wins[0]} won by the one, {wins[1]} by the other, {broken.Count} broken");
        bool held = broken.Count == 0 && wins[0] + wins[1] == races;
        Console.WriteLine(held ? "1 passed, 0 failed" : "0 passed, 1 failed");
        return held ? 0 : 1;
    }

    private static async Task<string?> RaceAsync(string id, DeskClient one, DeskClient other, int[] wins)
    {
        DeskClient[] agents = [one, other];
        HttpStatusCode[] claims = await Task.WhenAll(agents.Select(agent => StatusAsync(agent, $"/api/desk/conversations/{id}/claim", new { })));
        if (claims.Count(status => status == HttpStatusCode.OK) != 1 || claims.Count(status => status == HttpStatusCode.Conflict) != 1)
        {
            return $"{id}: the claims ended as {string.Join(" and ", claims)}";
        }

        // Both try to answer: only the owner's words may be stored.
        int winner = Array.IndexOf(claims, HttpStatusCode.OK);
        string clientId = Guid.NewGuid().ToString();
        HttpStatusCode[] answers = await Task.WhenAll(agents.Select(agent => StatusAsync(agent, $"/api/desk/conversations/{id}/messages", new { clientId, text = "hello" })));
        Interlocked.Increment(ref wins[winner]);
        if (answers[winner] != HttpStatusCode.Created || answers[1 - winner] != HttpStatusCode.Conflict)
        {
            return $"{id}: the answers of winner and loser ended as {answers[winner]} and {answers[1 - winner]}";
        }

        return await StatusAsync(agents[winner], $"/api/desk/conversations/{id}/return", new { }) == HttpStatusCode.OK ? null : $"{id}: the winner could not give it back";
    }

    private static async Task<HttpStatusCode> StatusAsync(DeskClient agent, string path, object body)
    {
        using HttpResponseMessage answer = await agent.SendAsync(HttpMethod.Post, path, body);
        return answer.StatusCode;
    }

    private sealed class RaceShopper(RoundRobin route) : IDisposable
    {
        private readonly HttpClient http = route.Client();

        public string Conversation { get; private set; } = "";

        public async Task StartAsync()
        {
            JsonElement token = await (await http.PostAsync("/api/widget/token", null)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
            Conversation = token.GetProperty("conversationId").GetString() ?? "";
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
            (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
        }

        public async Task AskForPersonAsync(DeskClient desk)
        {
            (await http.PostAsJsonAsync($"/v3/directline/conversations/{Conversation}/activities", new { type = "message", text = "human" })).EnsureSuccessStatusCode();
            while ((await desk.CallAsync(HttpMethod.Get, $"/api/desk/conversations/{Conversation}")).GetProperty("owner").GetString() != "queue")
            {
                await Task.Delay(2);
            }
        }

        public void Dispose() => http.Dispose();
    }
}
