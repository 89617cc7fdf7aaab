using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace SupportBot.Faults;

/// <summary>
/// A shopper who writes message after message. One that was not acknowledged is sent again under the same id until it is;
/// beside it a socket follows the conversation and reconnects for ever from its watermark.
/// </summary>
internal sealed class Shopper(RoundRobin route, int number) : IDisposable
{
    public const string Question = "how long does delivery take";

    // A token lasts half an hour.
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMinutes(10);

    private readonly HttpClient http = route.Client();
    private readonly ConcurrentQueue<Sent> sends = [];
    private readonly ConcurrentDictionary<HttpStatusCode, int> refusals = [];
    private readonly ConcurrentDictionary<string, string> acknowledged = [];
    private readonly ConcurrentQueue<string> seen = [];
    private readonly ConcurrentQueue<TimeSpan> gaps = [];
    private string conversation = "";
    private string watermark = "";
    private int sent;
    private Stopwatch tokenAge = new();

    /// <summary>Client id → the id it was acknowledged with.</summary>
    public IReadOnlyDictionary<string, string> Acknowledged => acknowledged;

    /// <summary>The ids of everything the socket brought, in order of arrival.</summary>
    public IReadOnlyCollection<string> Seen => seen;

    /// <summary>Every attempt that was acknowledged: when, and how long it took.</summary>
    public IReadOnlyCollection<Sent> Sends => sends;

    /// <summary>Answers that were no acknowledgement, by status.</summary>
    public IReadOnlyDictionary<HttpStatusCode, int> Refusals => refusals;

    /// <summary>Attempts that ended without an answer.</summary>
    public int Unanswered { get; private set; }

    public string Conversation => conversation;

    /// <summary>The same shopper on another service that knows the conversation.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAllAsync(Uri service)
    {
        using HttpClient other = new() { BaseAddress = service };
        other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", route.Token);
        return await ReadAllAsync(other);
    }

    public int Number => number;

    /// <summary>How long the socket was away, each time.</summary>
    public IReadOnlyCollection<TimeSpan> Gaps => gaps;

    /// <summary>The id of the message acknowledged last.</summary>
    public string Newest { get; private set; } = "";

    public bool HasSeen(string id) => seen.Contains(id);

    public async Task StartAsync()
    {
        JsonElement token = await (await http.PostAsync("/api/widget/token", null)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        conversation = token.GetProperty("conversationId").GetString() ?? "";
        Keep(token);
        (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
    }

    public async Task WriteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            string clientId = $"{number}-{sent++}";
            await RefreshAsync();
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
                if (away.IsRunning)
                {
                    gaps.Enqueue(away.Elapsed);
                    away.Reset();
                }

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
    public Task<IReadOnlyList<JsonElement>> ReadAllAsync() => ReadAllAsync(http);

    private async Task<IReadOnlyList<JsonElement>> ReadAllAsync(HttpClient from)
    {
        List<JsonElement> all = [];
        string mark = "";
        while (true)
        {
            JsonElement page = await from.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}/activities?watermark={mark}");
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

    private void Keep(JsonElement issued)
    {
        route.Token = issued.GetProperty("token").GetString();
        tokenAge = Stopwatch.StartNew();
    }

    private async Task RefreshAsync()
    {
        if (tokenAge.Elapsed > RefreshEvery)
        {
            try
            {
                using HttpResponseMessage refreshed = await http.PostAsync("/v3/directline/tokens/refresh", null);
                Keep(await refreshed.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>());
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or JsonException)
            {
                // There is time to try again before the next message.
            }
        }
    }

    private async Task<bool> TrySendAsync(string clientId)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage answer = await http.PostAsJsonAsync(
                $"/v3/directline/conversations/{conversation}/activities",
                new { type = "message", text = $"{Question} {clientId}", channelData = new { clientActivityID = clientId } });
            if (!answer.IsSuccessStatusCode)
            {
                refusals.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                return false;
            }

            string id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString() ?? "";
            Newest = id;
            sends.Enqueue(new Sent(started, Stopwatch.GetElapsedTime(started)));
            return acknowledged.TryAdd(clientId, id);
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or JsonException)
        {
            Unanswered++;
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
                using JsonDocument document = JsonDocument.Parse(frame.ToArray());
                JsonElement set = document.RootElement;
                foreach (JsonElement activity in set.GetProperty("activities").EnumerateArray())
                {
                    seen.Enqueue(activity.GetProperty("id").GetString() ?? "");
                }

                watermark = set.TryGetProperty("watermark", out JsonElement mark) ? mark.GetString() ?? "" : watermark;
                frame.SetLength(0);
            }
        }
    }
}

/// <param name="Started">A timestamp of the stopwatch.</param>
/// <param name="Took">Until the acknowledgement.</param>
internal readonly record struct Sent(long Started, TimeSpan Took);
