using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Benchmarks.Sockets;

/// <summary>Memory of idle Direct Line sockets over the idle process, then one message to each.</summary>
internal static class SocketsBenchmark
{
    private const string Secret = "benchmark-secret";

    public static async Task<int> RunAsync(string[] args)
    {
        int count = args is ["--count", { } given] ? int.Parse(given, CultureInfo.InvariantCulture) : 10_000;
        using ServiceProcess service = new("--DirectLine:Secrets:0", Secret);
        await service.StartAsync();
        using HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        await OpenAsync(http, 200);
        await Task.Delay(TimeSpan.FromSeconds(5));
        long idle = ProcessUsage.Of(service.Id).ResidentBytes;

        (string Id, ClientWebSocket Socket)[] open = await OpenAsync(http, count);
        await Task.Delay(TimeSpan.FromSeconds(10));
        long loaded = ProcessUsage.Of(service.Id).ResidentBytes;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} sockets: idle process {idle / 1048576} MB, with sockets {loaded / 1048576} MB, {(loaded - idle) / 1024.0 / count:F1} KB each"));

        double[] delivered = await DeliverAsync(http, open);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one message to each: {delivered.Length} of {count} delivered, p50 {delivered[delivered.Length / 2]:F1} ms, p99 {delivered[delivered.Length * 99 / 100]:F1} ms from POST to socket"));
        return delivered.Length == count ? 0 : 1;
    }

    private static async Task<(string Id, ClientWebSocket Socket)[]> OpenAsync(HttpClient http, int count)
    {
        (string, ClientWebSocket)[] open = new (string, ClientWebSocket)[count];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, stop) =>
        {
            using HttpResponseMessage started = await http.PostAsync("/v3/directline/conversations", null, stop);
            JsonElement document = await started.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(stop);
            ClientWebSocket socket = new();
            await socket.ConnectAsync(new Uri(document.GetProperty("streamUrl").GetString() ?? ""), stop);
            await UntilAsync(socket, "SupportBot");
            open[number] = (document.GetProperty("conversationId").GetString() ?? "", socket);
        });
        return open;
    }

    private static async Task<double[]> DeliverAsync(HttpClient http, (string Id, ClientWebSocket Socket)[] open)
    {
        double[] milliseconds = new double[open.Length];
        await Parallel.ForAsync(0, open.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, stop) =>
        {
            long started = Stopwatch.GetTimestamp();
            Task arrives = UntilAsync(open[number].Socket, "mark-");
            using HttpResponseMessage posted = await http.PostAsJsonAsync($"/v3/directline/conversations/{open[number].Id}/activities", new { type = "message", text = $"mark-{number}" }, stop);
            posted.EnsureSuccessStatusCode();
            await arrives;
            milliseconds[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
        Array.Sort(milliseconds);
        return milliseconds;
    }

    // The greeting names the store's bot in from.id; frames are small and come whole.
    private static async Task UntilAsync(ClientWebSocket socket, string text)
    {
        byte[] buffer = new byte[32 * 1024];
        while (true)
        {
            ValueWebSocketReceiveResult frame = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (System.Text.Encoding.UTF8.GetString(buffer, 0, frame.Count).Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }
        }
    }
}
