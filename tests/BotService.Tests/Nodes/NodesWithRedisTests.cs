using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.BotService.Tests.Nodes;

public sealed class NodesWithRedisTests : NodesContract, IDisposable
{
    private readonly RedisServer redis = new();

    private protected override string Redis => redis.Address;

    [Fact]
    public async Task A_visitor_has_one_allowance_over_all_nodes()
    {
        Visitor visitor = await One.VisitAsync();
        Visitor other = OnOther(visitor);
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => (number % 2 == 0 ? visitor : other).SayAsync("hello")));
        HttpResponseMessage refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task Typing_on_one_node_is_shown_on_the_other()
    {
        Visitor visitor = await One.VisitAsync();
        await Visitor.UntilAsync(() => visitor.ReadAsync(), read => read.Length == 1);
        using ClientWebSocket socket = await OnOther(visitor).ConnectAsync("-");
        await visitor.PostAsync(new { type = "typing" });
        JsonElement shown = Assert.Single(await Visitor.ReceiveAsync(socket));
        Assert.Equal("typing", shown.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_turn_on_another_node_starts_from_the_shared_copy()
    {
        Visitor visitor = await One.VisitAsync();
        await visitor.AskAsync("return policy please");
        string sessions = await Visitor.UntilAsync(() => redis.AskAsync("EVAL \"return #redis.call('keys','*:session:*')\" 0"), answer => answer != ":0");
        Assert.Equal(":1", sessions);
        await OnOther(visitor).AskAsync("return policy please");
    }

    [Fact]
    public async Task Flushed_killed_and_back_again_Redis_costs_no_message()
    {
        Visitor visitor = await One.VisitAsync();
        Visitor other = OnOther(visitor);
        using ClientWebSocket socket = await other.ConnectAsync("-");
        await visitor.AskAsync("return policy please");
        Assert.Equal("+OK", await redis.AskAsync("FLUSHALL"));
        await other.AskAsync("return policy please");
        await redis.KillAsync();
        await visitor.AskAsync("return policy please");
        await Visitor.UntilAsync(() => HealthAsync(One), health => health == "200 Degraded");
        await other.AskAsync("return policy please");
        await redis.StartAsync();
        await Visitor.UntilAsync(() => HealthAsync(One), health => health == "200 Healthy");
        await visitor.AskAsync("return policy please");
        int seen = 0;
        while (seen < 10)
        {
            seen += (await Visitor.ReceiveAsync(socket)).Length;
        }

        Assert.Equal(11, (await visitor.ReadAsync()).Length);
    }

    private protected override Task BeginAsync() => redis.StartAsync();

    private protected override async Task ReadyAsync()
    {
        foreach (RunningService node in (RunningService[])[One, Other])
        {
            await Visitor.UntilAsync(() => HealthAsync(node), health => health == "200 Healthy");
        }
    }

    public void Dispose() => redis.Dispose();
}
