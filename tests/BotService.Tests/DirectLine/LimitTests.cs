using System.Net;
using System.Net.Http.Json;

namespace SupportBot.BotService.Tests.DirectLine;

public sealed class LimitTests
{
    [Fact]
    public async Task A_visitor_who_floods_gets_429_with_a_time_to_wait_and_others_do_not()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--Limits:VisitorBurst", "5", "--Limits:VisitorPerSecond", "1");
        Visitor flooding = await service.VisitAsync();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => flooding.SayAsync("hello")));
        HttpResponseMessage refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        using HttpResponseMessage other = await (await service.VisitAsync()).SayAsync("hello");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_address_that_opens_chat_after_chat_gets_429()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--Limits:TokenBurst", "3", "--Limits:TokensPerSecond", "1");
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => service.Http.PostAsync("/api/widget/token", null)));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task Pages_of_other_origins_are_refused_when_origins_are_set()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--DirectLine:AllowedOrigins:0", "https://shop.example");
        foreach ((string origin, HttpStatusCode status) in ((string, HttpStatusCode)[])[("https://evil.example", HttpStatusCode.Forbidden), ("https://shop.example", HttpStatusCode.OK)])
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/api/widget/token") { Content = JsonContent.Create(new { }) };
            request.Headers.Add("Origin", origin);
            using HttpResponseMessage answer = await service.Http.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
            Assert.Equal(status == HttpStatusCode.OK, answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task The_official_clients_preflight_is_allowed()
    {
        await using RunningService service = await RunningService.StartAsync();
        using HttpRequestMessage preflight = new(HttpMethod.Options, "/v3/directline/conversations");
        preflight.Headers.Add("Origin", "https://shop.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        using HttpResponseMessage answer = await service.Http.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        string allowed = string.Join(',', answer.Headers.GetValues("Access-Control-Allow-Headers"));
        Assert.All(["authorization", "content-type", "x-ms-bot-agent", "x-requested-with"], header => Assert.Contains(header, allowed, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.0.0.0/8", false)]
    public async Task A_forwarded_address_counts_only_from_a_trusted_proxy(string trusted, bool believed)
    {
        await using RunningService service = await RunningService.StartAsync(null, "--Limits:TokenBurst", "1", "--Limits:TokensPerSecond", "1", "--Proxies:Trusted:0", trusted);
        HttpStatusCode[] answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(async number =>
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/api/widget/token");
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{number}");
            using HttpResponseMessage answer = await service.Http.SendAsync(request);
            return answer.StatusCode;
        }));
        Assert.Equal(believed, answers.All(status => status == HttpStatusCode.OK));
    }
}
