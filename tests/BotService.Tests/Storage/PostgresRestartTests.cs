using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using SupportBot.Conversations;
using SupportBot.Storage.Postgres;
using SupportBot.Tests.Shared;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>The database server ends in the middle of everything and comes back: nothing acknowledged is lost or doubled.</summary>
public sealed class PostgresRestartTests : IAsyncLifetime
{
    private const int Shoppers = 8;

    private PrivatePostgres server = null!;
    private RunningService service = null!;
    private int acknowledged;

    public async Task InitializeAsync()
    {
        server = await PrivatePostgres.StartAsync(durable: true);
        service = await RunningService.StartAsync(null, "--Data:Postgres", server.ConnectionString + ";Command Timeout=2;Timeout=2", "--Limits:VisitorBurst", "100000", "--Limits:AddressBurst", "100000", "--Logging:LogLevel:Default", "None");
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        server.Dispose();
    }

    [Fact]
    public async Task Whoever_writes_while_the_server_is_gone_is_told_to_try_again_and_later_gets_through()
    {
        Visitor visitor = await service.VisitAsync();
        await server.ControlAsync("stop", "-m", "immediate");
        using HttpResponseMessage refused = await visitor.SayAsync("how long does delivery take", "a");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        using HttpResponseMessage unfit = await service.Http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unfit.StatusCode);

        await server.ControlAsync("start");
        string id = await SendAsync(visitor, "a");
        await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Any(activity => Visitor.ReplyTo(activity) == id));
    }

    [Fact]
    public async Task The_first_request_of_a_nodes_life_may_come_while_the_server_is_gone()
    {
        await server.ControlAsync("stop", "-m", "immediate");
        using HttpResponseMessage refused = await service.SendAsync(HttpMethod.Post, "/v3/directline/conversations", service.Secret);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        await server.ControlAsync("start");
        await SendAsync(await service.VisitAsync(), "a");
    }

    [Fact]
    public async Task A_node_that_stands_still_within_a_transaction_does_not_hold_up_the_others()
    {
        await using RunningService other = await RunningService.StartAsync(null, "--Data:Postgres", server.ConnectionString + ";Options=-c work_mem=5MB");
        Assert.Equal(
            ("8s", "5MB"),
            await other.Get<PostgresWork>().ReadAsync(connection => connection.QuerySingleAsync<(string, string)>("select current_setting('idle_in_transaction_session_timeout'), current_setting('work_mem')"), default));
        TaskCompletionSource within = new();
        TaskCompletionSource wakes = new();
        Task<int> still = service.Get<PostgresWork>().WriteAsync(
            async connection =>
            {
                await connection.ExecuteAsync("set local idle_in_transaction_session_timeout = '3s'");
                within.SetResult();
                await wakes.Task;
                return await connection.ExecuteAsync("update audit_head set id = id");
            },
            default,
            Room.Desk);
        await within.Task;
        Assert.Equal(1, await other.Get<PostgresWork>().WriteAsync(_ => Task.FromResult(1), default, Room.Desk));
        Assert.False(still.IsCompleted);
        wakes.SetResult();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => still);
    }

    [Fact]
    public async Task A_server_that_hangs_is_waited_for_in_bounds_and_used_again_when_it_comes_to_itself()
    {
        Visitor visitor = await service.VisitAsync();
        await server.FreezeAsync();
        long began = TimeProvider.System.GetTimestamp();
        using HttpResponseMessage refused = await visitor.SayAsync("how long does delivery take", "a");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(10));

        await server.ThawAsync();
        await SendAsync(visitor, "a");
        Assert.Single(await service.Get<IConversationStore>().ReadAsync(visitor.ConversationId, 0, 100, default), message => message.ClientId == "a");
    }

    [Fact]
    public async Task A_server_that_restarts_under_load_loses_and_doubles_nothing_it_acknowledged()
    {
        Visitor[] visitors = await Task.WhenAll(Enumerable.Range(0, Shoppers).Select(_ => service.VisitAsync()));
        using CancellationTokenSource enough = new();
        Task<List<(string ClientId, string Id)>>[] talks = [.. visitors.Select(visitor => TalkAsync(visitor, enough.Token))];
        for (int restart = 0; restart < 4; restart++)
        {
            await Visitor.UntilAsync(() => Task.FromResult(acknowledged), count => count > (restart + 1) * 40);
            await server.RestartAsync();
        }

        await enough.CancelAsync();
        foreach ((Visitor visitor, List<(string ClientId, string Id)> sent) in visitors.Zip(await Task.WhenAll(talks)))
        {
            IReadOnlyList<Message> log = await service.Get<IConversationStore>().ReadAsync(visitor.ConversationId, 0, 10_000, default);
            Assert.Equal(Enumerable.Range(1, log.Count).Select(number => (long)number), log.Select(message => message.Sequence));
            string?[] stored = [.. log.Where(message => message.Sender == Sender.Shopper).Select(message => message.ClientId)];
            Assert.Equal(sent.Select(one => one.ClientId), stored);

            // Every message is answered once, those too whose turn the restart cut off.
            await Visitor.UntilAsync(() => visitor.ReadAsync(), read => sent.All(one => read.Any(activity => Visitor.ReplyTo(activity) == one.Id)));
            Assert.All(sent, one => Assert.Single(log, message => message.ClientId == one.ClientId));
        }
    }

    private async Task<List<(string ClientId, string Id)>> TalkAsync(Visitor visitor, CancellationToken enough)
    {
        List<(string, string)> sent = [];
        for (int number = 0; !enough.IsCancellationRequested; number++)
        {
            string clientId = $"m{number}";
            sent.Add((clientId, await SendAsync(visitor, clientId)));
            Interlocked.Increment(ref acknowledged);
        }

        return sent;
    }

    // As a client does: the same message again until it is acknowledged.
    private static async Task<string> SendAsync(Visitor visitor, string clientId)
    {
        using HttpResponseMessage acknowledged = await Visitor.UntilAsync(() => visitor.SayAsync("how long does delivery take", clientId), answer =>
        {
            Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}");
            return answer.IsSuccessStatusCode;
        });
        return (await acknowledged.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
