using System.Net;

namespace SupportBot.BotService.Tests.Nodes;

/// <summary>Redis is configured and not there.</summary>
public sealed class NodesWithoutRedisTests : NodesContract
{
    private protected override string Redis => "127.0.0.1:1";

    [Fact]
    public async Task The_service_is_degraded_and_serves()
    {
        Assert.Equal("200 Degraded", await HealthAsync(One));
    }

    [Fact]
    public async Task Each_node_still_holds_back_who_floods_it()
    {
        Visitor visitor = await One.VisitAsync();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => visitor.SayAsync("hello")));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
    }
}
