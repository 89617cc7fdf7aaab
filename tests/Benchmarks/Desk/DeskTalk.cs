using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SupportBot.Benchmarks.Desk;

/// <summary>
/// Shoppers who all ask for a person, and agents who are given them; then both talk for a while: how long each message takes from its
/// sending to the other's socket.
/// </summary>
internal sealed class DeskTalk(Uri address, IReadOnlyList<string> keys, int shoppers, int seconds, int interval) : IDisposable
{
    private readonly ConcurrentDictionary<string, long> sent = [];
    private readonly ConcurrentDictionary<string, long> asked = [];
    private readonly ConcurrentBag<double> toPerson = [];
    private readonly ConcurrentBag<double> toAgent = [];
    private readonly ConcurrentBag<double> toShopper = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 128, UseCookies = false }) { BaseAddress = address };
    private int number;

    /// <summary>How long each shopper took from asking for a person to hearing that one has come, each message to its agent, and each answer to its shopper, in milliseconds.</summary>
    public async Task<(double[] ToPerson, double[] ToAgent, double[] ToShopper)> RunAsync()
    {
        using CancellationTokenSource over = new();
        Task agents = Task.WhenAll(keys.Select(key => AgentAsync(key, over.Token)));
        await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (key, stop) => await SendAsync(HttpMethod.Put, "/api/desk/presence", $"sb_staff={key}", null, new { state = "on" }));
        ConcurrentBag<(string Conversation, string Token)> visitors = [];
        ConcurrentBag<Task> sockets = [];
        long began = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, shoppers, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, stop) => visitors.Add(await ArriveAsync(sockets, over.Token)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{keys.Count} agents are connected, and {shoppers} shoppers have asked for a person within {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"));
        long end = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        await Task.WhenAll(visitors.Select(visitor => TalkAsync(visitor.Conversation, visitor.Token, end)));
        await Task.Delay(2_000, CancellationToken.None);
        await over.CancelAsync();
        await Task.WhenAll(sockets.Append(agents));
        return ([.. toPerson], [.. toAgent], [.. toShopper]);
    }

    public void Dispose() => http.Dispose();

    private async Task TalkAsync(string conversation, string token, long end)
    {
        await Task.Delay(Random.Shared.Next(interval * 1_000));
        while (Stopwatch.GetTimestamp() < end)
        {
            string mark = $"mark-{Interlocked.Increment(ref number)}-";
            sent[mark] = Stopwatch.GetTimestamp();
            await SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", null, token, new { type = "message", text = mark });
            await Task.Delay(interval * 1_000);
        }
    }

    private async Task<(string Conversation, string Token)> ArriveAsync(ConcurrentBag<Task> sockets, CancellationToken over)
    {
        JsonElement issued = await SendAsync(HttpMethod.Post, "/api/widget/token", null, null, null);
        string token = issued.GetProperty("token").GetString() ?? "";
        JsonElement started = await SendAsync(HttpMethod.Post, "/v3/directline/conversations", null, token, null);
        string conversation = started.GetProperty("conversationId").GetString() ?? "";
        sockets.Add(ListenAsync(new Uri(started.GetProperty("streamUrl").GetString() ?? ""), null, text => HeardByShopper(conversation, text), over));
        asked[conversation] = Stopwatch.GetTimestamp();
        await SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", null, token, new { type = "message", text = "human" });
        return (conversation, token);
    }

    private Task AgentAsync(string key, CancellationToken over) => ListenAsync(
        new UriBuilder(new Uri(address, "/api/desk/stream")) { Scheme = "ws" }.Uri,
        $"sb_staff={key}",
        text =>
        {
            foreach ((string conversation, string mark) in Heard(text))
            {
                Arrived(mark, "mark-", toAgent);
                _ = AnswerAsync(conversation, key);
            }
        },
        over);

    private async Task AnswerAsync(string conversation, string key)
    {
        await Task.Delay(Random.Shared.Next(500, 2_000));
        string mark = $"answer-{Interlocked.Increment(ref number)}-";
        sent[mark] = Stopwatch.GetTimestamp();
        await SendAsync(HttpMethod.Post, $"/api/desk/conversations/{conversation}/messages", $"sb_staff={key}", null, new { clientId = mark, text = mark });
    }

    private static IEnumerable<(string Conversation, string Mark)> Heard(string frame)
    {
        if (!frame.Contains("\"text\":\"mark-", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (JsonElement found in JsonElement.Parse(frame).TryGetProperty("events", out JsonElement events) ? events.EnumerateArray().ToArray() : [])
        {
            if (found.GetProperty("type").GetString() == "message" && found.GetProperty("message").GetProperty("text").GetString() is { } text && text.StartsWith("mark-", StringComparison.Ordinal))
            {
                yield return (found.GetProperty("conversationId").GetString() ?? "", text);
            }
        }
    }

    private void HeardByShopper(string conversation, string text)
    {
        if (text.Contains("\"state\":\"accepted\"", StringComparison.Ordinal) && asked.TryRemove(conversation, out long since))
        {
            toPerson.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        Arrived(text, "answer-", toShopper);
    }

    private void Arrived(string text, string prefix, ConcurrentBag<double> into)
    {
        int at = text.IndexOf(prefix, StringComparison.Ordinal);
        int end = at < 0 ? -1 : text.IndexOf('-', at + prefix.Length);
        if (end > 0 && sent.TryRemove(text[at..(end + 1)], out long started))
        {
            into.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static async Task ListenAsync(Uri stream, string? cookie, Action<string> frame, CancellationToken over)
    {
        using ClientWebSocket socket = new();
        if (cookie is not null)
        {
            socket.Options.SetRequestHeader("Cookie", cookie);
            socket.Options.SetRequestHeader("Origin", $"http://{stream.Authority}");
        }

        byte[] buffer = new byte[16 * 1024];
        using MemoryStream whole = new();
        try
        {
            await socket.ConnectAsync(stream, over);
            while (true)
            {
                ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(), over);
                whole.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    frame(Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length));
                    whole.SetLength(0);
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or WebSocketException)
        {
            // The run is over.
        }
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string? cookie, string? bearer, object? body)
    {
        using HttpRequestMessage request = new(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
            request.Headers.Add("X-SupportBot", "1");
        }

        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        using HttpResponseMessage answer = await http.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && text.Length > 0 ? JsonElement.Parse(text) : default;
    }
}
