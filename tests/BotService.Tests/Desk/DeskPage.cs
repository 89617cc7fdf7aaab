using System.Net.WebSockets;
using System.Text.Json;
using SupportBot.Access;
using SupportBot.BotService.Tests.Access;

namespace SupportBot.BotService.Tests.Desk;

/// <summary>A colleague's desk: calls, and a socket whose events are kept.</summary>
internal sealed class DeskPage : IAsyncDisposable
{
    private readonly StaffClient client;
    private readonly List<JsonElement> events = [];
    private readonly List<JsonElement> moments = [];
    private CancellationTokenSource over = new();
    private ClientWebSocket socket = new();
    private Task receiving = Task.CompletedTask;

    private DeskPage(StaffClient client) => this.client = client;

    public string Id => client.Id;

    public StaffClient Client => client;

    public long Cursor { get; private set; }

    /// <summary>What the service said when it closed the socket.</summary>
    public (int? Code, string? Reason) Farewell => ((int?)socket.CloseStatus, socket.CloseStatusDescription);

    public IReadOnlyList<JsonElement> Events
    {
        get
        {
            lock (events)
            {
                return [.. events];
            }
        }
    }

    public IReadOnlyList<JsonElement> Moments
    {
        get
        {
            lock (events)
            {
                return [.. moments];
            }
        }
    }

    /// <summary>Signs in, connects and, when asked, takes conversations.</summary>
    public static async Task<DeskPage> OpenAsync(RunningService service, Role role = Role.Agent, string? state = null)
    {
        DeskPage page = new(await service.SignInAsync(role));
        await page.ConnectAsync(null);
        if (state is not null)
        {
            await page.SendAsync(HttpMethod.Put, "presence", new { state });
        }

        return page;
    }

    public async Task ConnectAsync(long? cursor)
    {
        socket = await client.ConnectAsync(cursor is null ? "/api/desk/stream" : $"/api/desk/stream?cursor={cursor}");
        over.Dispose();
        over = new();
        TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        receiving = ReceiveAsync(socket, first);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>Loses the connection. To cancel what is received aborts the socket; one aborted between two frames would refuse to receive.</summary>
    public async Task DropAsync()
    {
        await over.CancelAsync();
        await receiving;
        socket.Dispose();
    }

    public Task<JsonElement> GetAsync(string path) => client.GetAsync($"/api/desk/{path}");

    public Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null) => client.SendAsync(method, $"/api/desk/{path}", body);

    public Task<JsonElement> PostAsync(string conversationId, string what, object? body = null) => SendAsync(HttpMethod.Post, $"conversations/{conversationId}/{what}", body ?? new { });

    public Task<(System.Net.HttpStatusCode Status, string Code)> RefusalAsync(string conversationId, string what, object? body = null) =>
        client.RefusalAsync(HttpMethod.Post, $"/api/desk/conversations/{conversationId}/{what}", body ?? new { });

    public Task<JsonElement> SayAsync(string conversationId, string text) => PostAsync(conversationId, "messages", new { clientId = Guid.NewGuid().ToString(), text });

    public Task TellAsync(object report) => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(report), WebSocketMessageType.Text, true, default);

    public Task<JsonElement> UntilAsync(Func<JsonElement, bool> wanted) =>
        Visitor.UntilAsync(() => Task.FromResult(Events.LastOrDefault(wanted)), found => found.ValueKind == JsonValueKind.Object);

    public Task<JsonElement> UntilMomentAsync(string type) =>
        Visitor.UntilAsync(() => Task.FromResult(Moments.LastOrDefault(moment => moment.GetProperty("type").GetString() == type)), found => found.ValueKind == JsonValueKind.Object);

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        over.Dispose();
        client.Dispose();
    }

    private async Task ReceiveAsync(ClientWebSocket from, TaskCompletionSource first)
    {
        byte[] buffer = new byte[64 * 1024];
        using MemoryStream frame = new();
        try
        {
            while (true)
            {
                WebSocketReceiveResult part = await from.ReceiveAsync(buffer, over.Token);
                frame.Write(buffer, 0, part.Count);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    await from.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, over.Token);
                    return;
                }

                if (part.EndOfMessage)
                {
                    Take(frame.ToArray());
                    frame.SetLength(0);
                    first.TrySetResult();
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException)
        {
            first.TrySetException(error);
        }
    }

    private void Take(byte[] frame)
    {
        if (frame.Length == 0)
        {
            return;
        }

        JsonElement document = JsonElement.Parse(frame);
        lock (events)
        {
            if (document.TryGetProperty("cursor", out JsonElement cursor))
            {
                Cursor = cursor.GetInt64();
            }

            if (document.TryGetProperty("events", out JsonElement many))
            {
                events.AddRange(many.EnumerateArray());
            }

            if (document.TryGetProperty("event", out JsonElement moment))
            {
                moments.Add(moment);
            }
        }
    }
}
