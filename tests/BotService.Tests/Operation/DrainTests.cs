using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using SupportBot.BotService.Tests.Desk;
using SupportBot.Tests.Shared;

namespace SupportBot.BotService.Tests.Operation;

/// <summary>The real process, told to stop under load.</summary>
public sealed class DrainTests : IDisposable
{
    private readonly ServiceProcess service = new("--Articles:Directory", TestStore.Directory, "--Drain:Window", "00:00:06");
    private readonly HttpClient http = new();
    private readonly ConcurrentDictionary<HttpStatusCode, int> answers = [];

    [Fact]
    public async Task A_node_told_to_stop_sends_its_sockets_away_and_answers_every_request_to_the_last()
    {
        await service.StartAsync();
        http.BaseAddress = service.Address;
        string conversation = await BeginAsync();
        using ClientWebSocket socket = await ConnectAsync(conversation);
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(60));
        Task<int> writing = WriteAsync(conversation, stop.Token);
        Task<WebSocketCloseStatus?> closed = ClosedAsync(socket, stop.Token);
        await Visitor.UntilAsync(() => Task.FromResult(answers.GetValueOrDefault(HttpStatusCode.OK)), sent => sent > 20);

        await service.TellToStopAsync();

        // A connection that is kept would be closed under a request.
        (HttpStatusCode ready, _) = await Visitor.UntilAsync(ReadyAsync, answer => answer.Leaves == true);
        int before = answers[HttpStatusCode.OK];
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready);

        // A balancer that has not noticed yet still hands sockets over, which may no more be refused than requests.
        using ClientWebSocket late = await ConnectAsync(conversation);
        Assert.False(closed.IsCompleted);
        Assert.Equal((WebSocketCloseStatus)1012, await ClosedAsync(late, stop.Token));
        Assert.Equal((WebSocketCloseStatus)1012, await closed);
        Assert.Matches("come back in [0-9]+ ms", socket.CloseStatusDescription);
        Assert.Equal(0, await service.EndedAsync(stop.Token));
        int sent = await writing;
        Assert.True(answers[HttpStatusCode.OK] > before, "Nothing was served between the signal and the end.");
        Assert.Equal([HttpStatusCode.OK], answers.Keys);

        await service.StartAsync();
        JsonElement[] log = await Visitor.UntilAsync(() => ReadAsync(conversation), read => read.Length >= 2 * sent + 1);
        Assert.Equal(sent, log.Select(Visitor.ReplyTo).OfType<string>().Distinct().Count());
    }

    [Fact]
    public async Task A_page_of_the_desk_is_told_when_to_come_back()
    {
        RunningService running = await RunningService.StartAsync();
        await using DeskPage page = await DeskPage.OpenAsync(running);
        await running.DisposeAsync();
        (int? code, string? reason) = await Visitor.UntilAsync(() => Task.FromResult(page.Farewell), told => told.Code is not null);
        Assert.Equal(1001, code);
        Assert.Matches("come back in [0-9]+ ms", reason);
    }

    public void Dispose()
    {
        http.Dispose();
        service.Dispose();
    }

    private async Task<string> BeginAsync()
    {
        using HttpResponseMessage issued = await http.PostAsync("/api/widget/token", null);
        JsonElement token = await issued.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        (await http.PostAsync("/v3/directline/conversations", null)).EnsureSuccessStatusCode();
        return token.GetProperty("conversationId").GetString()!;
    }

    private async Task<ClientWebSocket> ConnectAsync(string conversation)
    {
        JsonElement back = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}?watermark=-");
        ClientWebSocket socket = new();
        await socket.ConnectAsync(new Uri(back.GetProperty("streamUrl").GetString()!), default);
        return socket;
    }

    private static async Task<WebSocketCloseStatus?> ClosedAsync(ClientWebSocket socket, CancellationToken stop)
    {
        byte[] buffer = new byte[16 * 1024];
        while ((await socket.ReceiveAsync(buffer, stop)).MessageType != WebSocketMessageType.Close)
        {
        }

        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, stop);
        return socket.CloseStatus;
    }

    // Until nobody listens any more; returns how many were acknowledged.
    private async Task<int> WriteAsync(string conversation, CancellationToken stop)
    {
        int sent = 0;
        try
        {
            while (true)
            {
                using HttpResponseMessage answer = await http.PostAsJsonAsync(
                    $"/v3/directline/conversations/{conversation}/activities", new { type = "message", text = "how long does delivery take", channelData = new { clientActivityID = $"{sent}" } }, stop);
                answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                sent += answer.IsSuccessStatusCode ? 1 : 0;
            }
        }
        catch (HttpRequestException)
        {
            return sent;
        }
    }

    private async Task<(HttpStatusCode Status, bool? Leaves)> ReadyAsync()
    {
        using HttpResponseMessage answer = await http.GetAsync("/health/ready");
        return (answer.StatusCode, answer.Headers.ConnectionClose);
    }

    private async Task<JsonElement[]> ReadAsync(string conversation)
    {
        List<JsonElement> all = [];
        JsonElement set;
        do
        {
            set = await http.GetFromJsonAsync<JsonElement>($"/v3/directline/conversations/{conversation}/activities?watermark={all.Count + 1}");
            all.AddRange(set.GetProperty("activities").EnumerateArray());
        }
        while (set.GetProperty("activities").GetArrayLength() > 0);
        return [.. all];
    }
}
