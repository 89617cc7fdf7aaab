using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SupportBot.Conversations.Outbox;

namespace SupportBot.BotService.Tests.BotFramework;

/// <summary>The running service as a bot between a fake authority and a fake Connector.</summary>
public sealed class Bot : IAsyncDisposable
{
    private static readonly string[] Quick =
    [
        "--BotFramework:AllowedServiceHosts:0", "127.0.0.1",
        "--BotFramework:KeyRefreshInterval", "00:00:01",
        "--BotFramework:CallTimeout", "00:00:02",
        "--Outbox:FirstRetry", "00:00:00.020",
        "--Outbox:LongestRetry", "00:00:01",
        "--Outbox:Interval", "00:00:00.200",
    ];

    private Bot(RunningService service, FakeAuthority authority, FakeConnector connector) => (Service, Authority, Connector) = (service, authority, connector);

    public RunningService Service { get; private set; }

    public FakeAuthority Authority { get; }

    public FakeConnector Connector { get; }

    /// <summary>With an app id, so that every call needs a token.</summary>
    public static async Task<Bot> StartAsync(string? directory = null, params string[] settings)
    {
        FakeAuthority authority = await FakeAuthority.StartAsync();
        FakeConnector connector = await FakeConnector.StartAsync();
        Bot bot = new(null!, authority, connector);
        await bot.RestartAsync(directory, settings);
        return bot;
    }

    /// <summary>Starts the service, again when it ran; authority and Connector stay.</summary>
    public async Task RestartAsync(string? directory, params string[] settings)
    {
        await StopAsync();
        Service = await RunningService.StartAsync(directory, [
            "--BotFramework:AppId", FakeAuthority.AppId,
            "--BotFramework:AppPassword", FakeAuthority.Password,
            "--BotFramework:OpenIdMetadata", Authority.Metadata,
            "--BotFramework:TokenEndpoint", Authority.TokenEndpoint,
            .. Quick, .. settings]);
    }

    public async Task StopAsync()
    {
        if (Service is not null)
        {
            await Service.DisposeAsync();
        }
    }

    /// <summary>An activity as the channel sends it; fields given replace or add to it.</summary>
    public Dictionary<string, object?> Activity(string text, string conversation = "19:meeting|a/b", string? id = null) => new()
    {
        ["type"] = "message",
        ["id"] = id ?? Guid.NewGuid().ToString("N"),
        ["channelId"] = "test",
        ["serviceUrl"] = Connector.Url,
        ["from"] = new { id = "29:shopper", name = "Ann" },
        ["recipient"] = new { id = "28:bot" },
        ["conversation"] = new { id = conversation },
        ["locale"] = "en-GB",
        ["text"] = text,
    };

    /// <summary>Posts with a good token unless another is given; an empty one means no header.</summary>
    public async Task<HttpResponseMessage> PostAsync(object activity, string? token = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(activity) };
        token ??= Authority.Token(Connector.Url);
        request.Headers.Authorization = token.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Service.Http.SendAsync(request);
    }

    public async Task SayAsync(string text, string conversation = "19:meeting|a/b")
    {
        using HttpResponseMessage response = await PostAsync(Activity(text, conversation));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    public async Task<JsonElement[]> AskAsync(Dictionary<string, object?> activity)
    {
        activity["deliveryMode"] = "expectReplies";
        using HttpResponseMessage response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities").EnumerateArray()];
    }

    private async Task<IReadOnlyList<OutboxEntry>> RowsAsync(OutboxStatus status) => await Service.Get<IOutboxStore>().ListAsync(status, 1_000, default);

    /// <summary>Waits until as many rows are in a status (by its name), newest first; their errors are returned.</summary>
    public async Task<string?[]> UntilRowsAsync(string status, int count)
    {
        IReadOnlyList<OutboxEntry> rows = await Visitor.UntilAsync(() => RowsAsync(Enum.Parse<OutboxStatus>(status)), found => count == 0 ? found.Count == 0 : found.Count >= count);
        Assert.Equal(count, rows.Count);
        return [.. rows.Select(row => row.Error)];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Connector.DisposeAsync();
        await Authority.DisposeAsync();
    }
}
