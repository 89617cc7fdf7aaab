using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace SupportBot.Faults;

/// <summary>How long a message that was posted to one node takes to a socket on another.</summary>
internal static class LiveRun
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        int messages = arguments.Number("messages", 500);
        using Cluster cluster = await Cluster.StartAsync(3);
        using HttpClient http = new() { BaseAddress = cluster.Nodes[0].Address };
        JsonElement token = await (await http.PostAsync("/api/widget/token", null)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        string path = $"/v3/directline/conversations/{token.GetProperty("conversationId").GetString()}";
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
        JsonElement back = await http.GetFromJsonAsync<JsonElement>(new Uri(cluster.Nodes[1].Address, $"{path}?watermark=-"));
        using ClientWebSocket socket = new();
        await socket.ConnectAsync(new Uri(back.GetProperty("streamUrl").GetString() ?? ""), CancellationToken.None);
        List<double> took = [];
        byte[] buffer = new byte[64 * 1024];
        for (int message = 0; message < messages; message++)
        {
            string clientId = $"live-{message}";
            long started = Stopwatch.GetTimestamp();
            Task<HttpResponseMessage> posting = http.PostAsJsonAsync($"{path}/activities", new { type = "event", name = "live", channelData = new { clientActivityID = clientId } });
            while (!await BringsAsync(socket, buffer, clientId))
            {
            }

            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            (await posting).EnsureSuccessStatusCode().Dispose();
        }

        // The first ones compile the code.
        double[] sorted = [.. took.Skip(messages / 5).Order()];
        double p95 = sorted[sorted.Length * 95 / 100];
        Console.WriteLine($"{sorted.Length} messages from node to node: p50 {sorted[sorted.Length / 2]:F1} ms, p95 {p95:F1} ms, at most {sorted[^1]:F1} ms, post and commit included");
        bool held = p95 <= arguments.Number("limit", 20);
        Console.WriteLine(held ? "1 passed, 0 failed" : "0 passed, 1 failed");
        return held ? 0 : 1;
    }

    private static async Task<bool> BringsAsync(ClientWebSocket socket, byte[] buffer, string clientId)
    {
        int length = 0;
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return length > 0 && buffer.AsSpan(0, length).IndexOf(System.Text.Encoding.UTF8.GetBytes($"\"{clientId}\"")) >= 0;
    }
}
