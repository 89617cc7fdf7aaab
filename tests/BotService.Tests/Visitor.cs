using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace SupportBot.BotService.Tests;

/// <summary>A shopper's client, as plain as can be.</summary>
public sealed class Visitor(RunningService service, JsonElement token)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string ConversationId { get; } = token.GetProperty("conversationId").GetString()!;

    public string Token { get; } = token.GetProperty("token").GetString()!;

    public string Resume { get; } = token.GetProperty("resume").GetString()!;

    public string Path => $"/v3/directline/conversations/{ConversationId}";

    public async Task<JsonElement> StartAsync(string? locale)
    {
        using HttpResponseMessage started = await service.SendAsync(HttpMethod.Post, "/v3/directline/conversations", Token, JsonContent.Create(new { locale }));
        return await started.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> PostAsync(object activity) =>
        service.SendAsync(HttpMethod.Post, $"{Path}/activities", Token, JsonContent.Create(activity));

    public Task<HttpResponseMessage> SayAsync(string text, string? clientId = null) =>
        PostAsync(new { type = "message", text, channelData = clientId is null ? null : new { clientActivityID = clientId } });

    public async Task<JsonElement[]> ReadAsync(string watermark = "")
    {
        using HttpResponseMessage read = await service.SendAsync(HttpMethod.Get, $"{Path}/activities?watermark={watermark}", Token);
        JsonElement set = await read.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        return [.. set.GetProperty("activities").EnumerateArray()];
    }

    /// <summary>The texts of everything said so far.</summary>
    public async Task<string[]> ReadsAsync() => [.. (await ReadAsync()).Select(activity => activity.TryGetProperty("text", out JsonElement text) ? text.GetString() ?? "" : "")];

    /// <summary>Says something and waits for everything that was answered to it.</summary>
    public async Task<JsonElement> AskAsync(string text)
    {
        using HttpResponseMessage posted = await SayAsync(text);
        string id = (await posted.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        return await UntilAsync(async () => (await ReadAsync()).FirstOrDefault(activity => ReplyTo(activity) == id), found => found.ValueKind == JsonValueKind.Object);
    }

    public async Task<ClientWebSocket> ConnectAsync(string? watermark = null)
    {
        using HttpResponseMessage reconnect = await service.SendAsync(HttpMethod.Get, $"{Path}?watermark={watermark}", Token);
        JsonElement document = await reconnect.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        ClientWebSocket socket = new();
        using CancellationTokenSource limit = new(Patience);
        await socket.ConnectAsync(new Uri(document.GetProperty("streamUrl").GetString()!), limit.Token);
        return socket;
    }

    /// <summary>The next frame's activities; an empty keep-alive frame gives none.</summary>
    public static async Task<JsonElement[]> ReceiveAsync(ClientWebSocket socket)
    {
        using CancellationTokenSource limit = new(Patience);
        using MemoryStream frame = new();
        byte[] buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, limit.Token);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return frame.Length == 0 ? [] : [.. JsonDocument.Parse(Encoding.UTF8.GetString(frame.ToArray())).RootElement.GetProperty("activities").EnumerateArray()];
    }

    public static async Task<T> UntilAsync<T>(Func<Task<T>> look, Func<T, bool> enough)
    {
        using CancellationTokenSource limit = new(Patience);
        while (true)
        {
            T found = await look();
            if (enough(found))
            {
                return found;
            }

            await Task.Delay(10, limit.Token);
        }
    }

    public static string? ReplyTo(JsonElement activity) => activity.TryGetProperty("replyToId", out JsonElement id) ? id.GetString() : null;
}
