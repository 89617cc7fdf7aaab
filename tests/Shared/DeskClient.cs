using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace SupportBot.Tests.Shared;

/// <summary>A colleague at the desk: calls with their session, and a socket that begins again at its cursor.</summary>
internal sealed class DeskClient : IDisposable
{
    private const string Password = "correct horse battery";

    private readonly CookieContainer cookies = new();
    private readonly IReadOnlyList<Uri> nodes;
    private int turn;

    private DeskClient(IReadOnlyList<Uri> nodes)
    {
        this.nodes = nodes;
        Http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, MaxConnectionsPerServer = 64 }) { BaseAddress = nodes[0], Timeout = TimeSpan.FromSeconds(20) };
        Http.DefaultRequestHeaders.Add("X-SupportBot", "1");
    }

    public HttpClient Http { get; }

    public string Id { get; private set; } = "";

    /// <summary>The last cursor the socket has brought.</summary>
    public long? Cursor { get; private set; }

    /// <summary>The administrator of a service whose one-time password is known.</summary>
    public static Task<DeskClient> FirstAsync(Uri address, string email, string oneTimePassword) => FirstAsync([address], email, oneTimePassword);

    /// <summary>As above; calls and sockets go to the nodes in turn.</summary>
    public static Task<DeskClient> FirstAsync(IReadOnlyList<Uri> nodes, string email, string oneTimePassword) => SignInAsync(nodes, email, oneTimePassword);

    /// <summary>Adds an agent and signs them in.</summary>
    public async Task<DeskClient> HireAsync(int number, int capacity)
    {
        string email = $"agent{number}@shop.example";
        JsonElement added = await CallAsync(HttpMethod.Post, "/api/staff/users", new { email, name = $"Agent {number}", roles = new[] { "agent" }, capacity });
        return await SignInAsync(nodes, email, added.GetProperty("oneTimePassword").GetString() ?? "");
    }

    /// <summary>A call that must succeed.</summary>
    public async Task<JsonElement> CallAsync(HttpMethod method, string path, object? body = null)
    {
        using HttpResponseMessage answer = await SendAsync(method, path, body);
        string text = await answer.Content.ReadAsStringAsync();
        return !answer.IsSuccessStatusCode ? throw new HttpRequestException($"{method} {path}: {(int)answer.StatusCode} {text}", null, answer.StatusCode)
            : text.Length == 0 ? default : JsonElement.Parse(text);
    }

    /// <summary>A call that may be refused.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using HttpRequestMessage request = new(method, new Uri(Next(), path)) { Content = body is null ? null : JsonContent.Create(body) };
        return await Http.SendAsync(request);
    }

    /// <summary>Follows the desk until the socket breaks, and hands on each frame.</summary>
    public async Task FollowAsync(Action<JsonElement> frame, CancellationToken stop)
    {
        using ClientWebSocket socket = new();
        socket.Options.Cookies = cookies;
        Uri address = Next();
        socket.Options.SetRequestHeader("Origin", address.GetLeftPart(UriPartial.Authority));
        Uri stream = new(address, Cursor is { } cursor ? $"/api/desk/stream?cursor={cursor}" : "/api/desk/stream");
        await socket.ConnectAsync(new UriBuilder(stream) { Scheme = "ws" }.Uri, stop);
        byte[] buffer = new byte[64 * 1024];
        using MemoryStream whole = new();
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(), stop);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            whole.Write(buffer, 0, part.Count);
            if (part.EndOfMessage && whole.Length > 0)
            {
                JsonElement document = JsonElement.Parse(whole.GetBuffer().AsSpan(0, (int)whole.Length));
                whole.SetLength(0);
                Cursor = document.TryGetProperty("cursor", out JsonElement mark) ? mark.GetInt64() : Cursor;
                frame(document);
            }
        }
    }

    public void Dispose() => Http.Dispose();

    private Uri Next() => nodes[(Interlocked.Increment(ref turn) & int.MaxValue) % nodes.Count];

    private static async Task<DeskClient> SignInAsync(IReadOnlyList<Uri> nodes, string email, string oneTimePassword)
    {
        DeskClient client = new(nodes);
        await client.CallAsync(HttpMethod.Post, "/api/staff/sign-in", new { email, password = oneTimePassword });
        await client.CallAsync(HttpMethod.Post, "/api/staff/me/password", new { current = oneTimePassword, @new = Password });
        client.Id = (await client.CallAsync(HttpMethod.Get, "/api/staff/me")).GetProperty("id").GetString() ?? "";
        return client;
    }
}
