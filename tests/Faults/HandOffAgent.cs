using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>An agent who accepts what is offered, answers every message of theirs once, and now and then gives a conversation back or ends it.</summary>
internal sealed class HandOffAgent(DeskClient desk, Func<string, Task<ILookup<long, long>>> answeredByBot, int seed) : IDisposable
{
    private readonly Random random = new(seed);
    private readonly ConcurrentDictionary<string, byte> offers = [];
    private readonly ConcurrentDictionary<(string Conversation, string ClientId), long> acknowledged = [];

    /// <summary>Every answer the service has acknowledged, with its sequence.</summary>
    public IReadOnlyDictionary<(string Conversation, string ClientId), long> Acknowledged => acknowledged;

    /// <summary>While false, conversations are answered but not let go.</summary>
    public bool LetsGo { get; set; } = true;

    public async Task FollowAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await desk.FollowAsync(Take, stop);
            }
            catch (Exception error) when (error is HttpRequestException or WebSocketException or OperationCanceledException or IOException or JsonException)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    public async Task WorkAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                // One who let an offer pass while the service was away became away.
                await desk.CallAsync(HttpMethod.Put, "/api/desk/presence", new { state = "on" });
                foreach (string id in offers.Keys)
                {
                    offers.TryRemove(id, out _);
                    using HttpResponseMessage accepted = await desk.SendAsync(HttpMethod.Post, $"/api/desk/conversations/{id}/accept", new { });
                }

                JsonElement mine = await desk.CallAsync(HttpMethod.Get, "/api/desk/conversations?view=mine&limit=100");
                foreach (JsonElement summary in mine.GetProperty("items").EnumerateArray())
                {
                    await ServeAsync(summary.GetProperty("id").GetString() ?? "");
                }
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException or JsonException)
            {
                // The service is being killed; everything is looked at again.
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }

    public void Dispose() => desk.Dispose();

    private void Take(JsonElement frame)
    {
        if (frame.TryGetProperty("event", out JsonElement moment) && moment.GetProperty("type").GetString() == "offer")
        {
            offers.TryAdd(moment.GetProperty("conversationId").GetString() ?? "", 0);
        }
    }

    private async Task ServeAsync(string id)
    {
        HandOffLog log = new(await HandOffLog.ReadAsync(desk, id));
        foreach (long sequence in log.Unanswered(await answeredByBot(id)))
        {
            string clientId = string.Create(CultureInfo.InvariantCulture, $"re-{sequence}");
            using HttpResponseMessage answer = await desk.SendAsync(HttpMethod.Post, $"/api/desk/conversations/{id}/messages", new { clientId, text = $"re {sequence}" });
            if (!answer.IsSuccessStatusCode)
            {
                return;
            }

            acknowledged[(id, clientId)] = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sequence").GetInt64();
        }

        if (LetsGo && log.Replies >= 2 && random.Next(3) == 0)
        {
            string move = random.Next(2) == 0 ? "return" : "resolve";
            using HttpResponseMessage left = await desk.SendAsync(HttpMethod.Post, $"/api/desk/conversations/{id}/{move}", new { seen = log.LastSequence });
        }
    }
}
