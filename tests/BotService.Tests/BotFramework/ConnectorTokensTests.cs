using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Channels.BotFramework;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class ConnectorTokensTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly Authority authority = new();
    private readonly ConnectorTokens tokens;

    public ConnectorTokensTests()
    {
        IOptions<BotFrameworkOptions> options = Options.Create(new BotFrameworkOptions { AppId = "a", AppPassword = "p" });
        tokens = new ConnectorTokens(options, authority, new ConnectorResilience(options, TimeProvider.System), time, NullLogger<ConnectorTokens>.Instance);
    }

    [Fact]
    public async Task Whoever_comes_together_waits_for_one_call()
    {
        string[] got = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => await tokens.GetAsync(default)));
        Assert.Equal(["token-1"], got.Distinct());
        Assert.Equal(new Uri("https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token"), authority.Asked);
    }

    [Fact]
    public async Task It_is_renewed_five_minutes_before_its_end()
    {
        await tokens.GetAsync(default);
        time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", await tokens.GetAsync(default));
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("token-2", await tokens.GetAsync(default));
    }

    [Fact]
    public async Task While_it_cannot_be_renewed_the_old_one_is_used_to_its_end()
    {
        await tokens.GetAsync(default);
        authority.Status = HttpStatusCode.BadRequest;
        time.Advance(TimeSpan.FromMinutes(56));
        Assert.Equal("token-1", await tokens.GetAsync(default));
        Assert.Equal("token-1", await tokens.GetAsync(default));
        Assert.Equal(2, authority.Calls);
        time.Advance(TimeSpan.FromMinutes(4));
        await Assert.ThrowsAsync<HttpRequestException>(async () => await tokens.GetAsync(default));
    }

    [Fact]
    public async Task Only_the_token_that_was_refused_is_forgotten()
    {
        await tokens.GetAsync(default);
        tokens.Forget("token-0");
        Assert.Equal("token-1", await tokens.GetAsync(default));
        tokens.Forget("token-1");
        Assert.Equal("token-2", await tokens.GetAsync(default));
    }

    public void Dispose()
    {
        tokens.Dispose();
        authority.Dispose();
    }

    private sealed class Authority : HttpMessageHandler, IHttpClientFactory
    {
        public int Calls { get; private set; }

        public Uri? Asked { get; private set; }

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Asked = request.RequestUri;
            return new HttpResponseMessage(Status) { Content = JsonContent.Create(new { access_token = $"token-{++Calls}", expires_in = "3600" }) };
        }
    }
}
