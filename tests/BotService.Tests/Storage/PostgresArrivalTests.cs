using System.Net;
using SupportBot.Tests.Shared;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>The real process, started before its database.</summary>
public sealed class PostgresArrivalTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient http = new();
    private PrivatePostgres server = null!;

    public async Task InitializeAsync()
    {
        server = await PrivatePostgres.StartAsync();
        await server.ControlAsync("stop", "-m", "immediate");
    }

    public Task DisposeAsync()
    {
        server.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => http.Dispose();

    [Fact]
    public async Task A_node_waits_for_its_database_and_says_so_until_it_is_there()
    {
        using ServiceProcess node = Node();
        Task starting = node.StartAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(node));
        using HttpResponseMessage refused = await http.PostAsync(new Uri(node.Address, "/api/widget/token"), null);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (refused.StatusCode, refused.Headers.RetryAfter is not null));
        using HttpResponseMessage alive = await http.GetAsync(new Uri(node.Address, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        await server.ControlAsync("start");
        await starting;
    }

    [Fact]
    public async Task A_node_told_to_stop_while_it_waits_stops()
    {
        using ServiceProcess node = Node();
        _ = node.StartAsync();
        await ReadyAsync(node);
        await node.TellToStopAsync();
        Assert.Equal(0, await EndedAsync(node));
    }

    [Fact]
    public async Task A_database_that_does_not_come_is_not_waited_for_longer_than_was_set()
    {
        using ServiceProcess node = Node("--Data:PostgresWait", "00:00:01");
        _ = node.StartAsync();
        Assert.NotEqual(0, await EndedAsync(node));
    }

    private static async Task<int> EndedAsync(ServiceProcess node)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(30));
        return await node.EndedAsync(limit.Token);
    }

    private ServiceProcess Node(params string[] settings) => new(["--Articles:Directory", TestStore.Directory, "--Data:Postgres", server.ConnectionString, .. settings]);

    private async Task<HttpStatusCode> ReadyAsync(ServiceProcess node) => await Visitor.UntilAsync(
        async () =>
        {
            try
            {
                using HttpResponseMessage ready = await http.GetAsync(new Uri(node.Address, "/health/ready"));
                return ready.StatusCode;
            }
            catch (HttpRequestException)
            {
                return default;
            }
        },
        status => status != default);
}
