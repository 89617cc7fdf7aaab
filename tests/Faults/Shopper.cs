using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace SupportBot.Faults;

/// <summary>
/// A shopper who writes message after message. One that was not acknowledged is sent again under the same id until it is;
/// beside it a socket follows the conversation and reconnects for ever from its watermark.
/// </summary>
internal sealed class Shopper(Uri address, int number) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
    private readonly ConcurrentDictionary<string, string> acknowledged = [];
    private readonly ConcurrentQueue<JsonElement> seen = [];
    private string conversation = "";
    private string watermark = "";
    private int sent;

    /// <summary>Client id → the id it was acknowledged with.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => acknowledged;

    /// <summary>Everything the socket brought, in order of arrival.</summary>
    public IReadOnlyCollection<JsonElement> Seen => seen;

    public int Number => number;

    /// <summary>How long the socket was away at most.</summary>
    public TimeSpan LongestGap { get; private set; }

    public async Task StartAsync()
    {
        JsonElement token = await (await http.PostAsync("/api/widget/token", null)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        conversation = token.GetProperty("conversationId").GetString() ?? "";
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
    }

    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            string clientId = $"{number}-{sent++}";
            while (!await TrySendAsync(clientId))
            {
                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    public async Task FollowAsync(CancellationToken stop)
    {
        Stopwatch away = new();
        while (!stop.IsCancellationRequested)
        {
            try
            {
                JsonElement back = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}?watermark={watermark}", stop);
                using ClientWebSocket socket = new();
                await socket.ConnectAsync(new Uri(back.GetProperty("streamUrl").GetString() ?? ""), stop);
                LongestGap = away.Elapsed > LongestGap ? away.Elapsed : LongestGap;
                away.Reset();
                await ReceiveAsync(socket, stop);
            }
            catch (Exception error) when (error is HttpRequestException or WebSocketException or TaskCanceledException or OperationCanceledException or JsonException)
            {
                away.Start();
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    /// <summary>The conversation as the store has it.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAllAsync()
    {
        List<JsonElement> all = [];
        string mark = "";
        while (true)
        {
            JsonElement page = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}/activities?watermark={mark}");
            JsonElement[] activities = [.. page.GetProperty("activities").EnumerateArray()];
            string next = page.GetProperty("watermark").GetString() ?? "";
            all.AddRange(activities);
            if (next == mark)
            {
                return all;
            }

            mark = next;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<bool> TrySendAsync(string clientId)
    {
        try
        {
            using HttpResponseMessage answer = await http.PostAsJsonAsync(
                $"/v3/directline/conversations/{conversation}/activities",
                new { type = "message", text = $"how long does delivery take {clientId}", channelData = new { clientActivityID = clientId } });
            if (!answer.IsSuccessStatusCode)
            {
                return false;
            }

            string id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() ?? "";
            return acknowledged.TryAdd(clientId, id);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or JsonException)
        {
            return false;
        }
    }

    private async Task ReceiveAsync(ClientWebSocket socket, CancellationToken stop)
    {
        byte[] buffer = new byte[64 * 1024];
        using MemoryStream frame = new();
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(), stop);
            frame.Write(buffer, 0, part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            if (part.EndOfMessage && frame.Length > 0)
            {
                JsonElement set = JsonDocument.Parse(frame.ToArray()).RootElement;
                foreach (JsonElement activity in set.GetProperty("activities").EnumerateArray())
                {
                    seen.Enqueue(activity);
                }

                watermark = set.TryGetProperty("watermark", out JsonElement mark) ? mark.GetString() ?? "" : watermark;
                frame.SetLength(0);
            }
        }
    }
}
