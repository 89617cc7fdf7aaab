using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>F13: the same message to all nodes at once, again and again. F14: the answer is lost after the commit, and the client sends again.</summary>
internal static class RepeatRun
{
    private const int AtOnce = 100;

    public static async Task<int> SameAsync(Arguments arguments)
    {
        int rounds = arguments.Number("rounds", 100);
        using Cluster cluster = await Cluster.StartAsync(arguments.Number("nodes", 3));
        using HttpClient http = cluster.Route().Client();
        string conversation = await BeginAsync(http);
        List<string> broken = [];
        for (int round = 0; round < rounds; round++)
        {
            string clientId = $"same-{round}";
            HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => SayAsync(http, conversation, clientId, "hello")));
            string[] bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
            using HttpResponseMessage changed = await SayAsync(http, conversation, clientId, "something else");
            if (answers.Any(answer => answer.StatusCode != HttpStatusCode.OK) || bodies.Distinct().Count() != 1)
            {
                broken.Add($"{clientId}: the answers were {string.Join(", ", answers.Zip(bodies, (answer, body) => $"{(int)answer.StatusCode} {body}").Distinct())}");
            }

            if (changed.StatusCode != HttpStatusCode.Conflict)
            {
                broken.Add($"{clientId}: another body under the same id was answered with {(int)changed.StatusCode}");
            }
        }

        return Report(broken, await RowsAsync(http, conversation), rounds, $"{rounds} messages, each {AtOnce} times at once");
    }

    public static async Task<int> DropAsync(Arguments arguments)
    {
        int rounds = arguments.Number("rounds", 200);
        using Cluster cluster = await Cluster.StartAsync(arguments.Number("nodes", 3));
        using TcpProxy proxy = new(cluster.Nodes[0].Address.Port);
        using HttpClient http = cluster.Route().Client();
        string conversation = await BeginAsync(http);
        List<string> broken = [];
        for (int round = 0; round < rounds; round++)
        {
            string clientId = $"dropped-{round}";
            if (!await IsLostAsync(proxy, http, conversation, clientId))
            {
                broken.Add($"{clientId}: the answer came through");
            }

            using HttpResponseMessage again = await SayAsync(http, conversation, clientId, "hello");
            if (again.StatusCode != HttpStatusCode.OK)
            {
                broken.Add($"{clientId}: sent again, it was answered with {(int)again.StatusCode}");
            }
        }

        return Report(broken, await RowsAsync(http, conversation), rounds, $"{rounds} messages whose first answer was dropped");
    }

    // The node has answered, so it has stored; the client hears nothing of it but the end of the connection.
    private static async Task<bool> IsLostAsync(TcpProxy proxy, HttpClient http, string conversation, string clientId)
    {
        using HttpClient cut = new() { BaseAddress = new Uri($"http://127.0.0.1:{proxy.Port}") };
        cut.DefaultRequestHeaders.Authorization = http.DefaultRequestHeaders.Authorization;
        proxy.Watch = (toServer, _) =>
        {
            if (!toServer)
            {
                proxy.Reset();
            }

            return ValueTask.FromResult(toServer);
        };
        try
        {
            using HttpResponseMessage answer = await SayAsync(cut, conversation, clientId, "hello");
            return false;
        }
        catch (HttpRequestException)
        {
            return true;
        }
        finally
        {
            proxy.Watch = null;
        }
    }

    private static async Task<string> BeginAsync(HttpClient http)
    {
        using HttpResponseMessage issued = await http.PostAsync("/api/widget/token", null);
        JsonElement token = await issued.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
        return token.GetProperty("conversationId").GetString() ?? "";
    }

    private static Task<HttpResponseMessage> SayAsync(HttpClient http, string conversation, string clientId, string text) =>
        http.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", new { type = "message", text, channelData = new { clientActivityID = clientId } });

    private static async Task<ILookup<string, JsonElement>> RowsAsync(HttpClient http, string conversation)
    {
        List<JsonElement> all = [];
        string mark = "";
        while (true)
        {
            JsonElement page = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}/activities?watermark={mark}");
            string next = page.GetProperty("watermark").GetString() ?? "";
            all.AddRange(page.GetProperty("activities").EnumerateArray());
            if (next == mark)
            {
                return all.ToLookup(activity => activity.GetProperty("channelData").TryGetProperty("clientActivityID", out JsonElement id) ? id.GetString() ?? "" : "");
            }

            mark = next;
        }
    }

    private static int Report(List<string> broken, ILookup<string, JsonElement> rows, int rounds, string what)
    {
        broken.AddRange(rows.Where(row => row.Key.Length > 0 && row.Count() != 1).Select(row => $"{row.Key} is stored {row.Count()} times"));
        int stored = rows.Count(row => row.Key.Length > 0);
        foreach (string promise in broken.Take(20))
        {
            Console.WriteLine($"BROKEN {promise}");
        }

        Console.WriteLine($"{what}: {stored} rows, {broken.Count} promises broken");
        bool held = broken.Count == 0 && stored == rounds;
        Console.WriteLine(held ? "1 passed, 0 failed" : "0 passed, 1 failed");
        return held ? 0 : 1;
    }
}
