using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class AuthenticationTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly Bot bot = shared.Bot;

    public static TheoryData<string, object?> AlteredClaims => new()
    {
        { "iss", "https://api.botframework.us" },
        { "iss", null },
        { "aud", "another-app" },
        { "aud", null },
        { "exp", FakeAuthority.InMinutes(-6) },
        { "exp", null },
        { "nbf", FakeAuthority.InMinutes(6) },
        { "serviceurl", "https://smba.trafficmanager.net/amer/" },
        { "serviceurl", "" },
        { "serviceurl", null },
    };

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task The_Connectors_token_is_taken(string algorithm) =>
        await ExpectAsync(HttpStatusCode.Accepted, bot.Authority.Token(bot.Connector.Url, algorithm: algorithm));

    [Theory]
    [MemberData(nameof(AlteredClaims))]
    public async Task A_token_with_an_altered_claim_is_refused(string claim, object? value) =>
        await ExpectAsync(HttpStatusCode.Unauthorized, bot.Authority.Token(bot.Connector.Url, claims => claims[claim] = value));

    [Fact]
    public async Task Clocks_may_differ_by_five_minutes()
    {
        await ExpectAsync(HttpStatusCode.Accepted, bot.Authority.Token(bot.Connector.Url, claims => claims["exp"] = FakeAuthority.InMinutes(-4.5)));
        await ExpectAsync(HttpStatusCode.Accepted, bot.Authority.Token(bot.Connector.Url, claims => claims["nbf"] = FakeAuthority.InMinutes(4.5)));
    }

    [Fact]
    public async Task The_service_url_is_compared_without_case() =>
        await ExpectAsync(HttpStatusCode.Accepted, bot.Authority.Token(bot.Connector.Url.ToUpperInvariant()));

    [Fact]
    public async Task A_token_of_another_key_is_refused()
    {
        RsaSecurityKey stranger = FakeAuthority.NewKey();
        await ExpectAsync(HttpStatusCode.Unauthorized, bot.Authority.Token(bot.Connector.Url, key: stranger));
        stranger.KeyId = bot.Authority.Key.KeyId;
        await ExpectAsync(HttpStatusCode.Unauthorized, bot.Authority.Token(bot.Connector.Url, key: stranger));
    }

    [Fact]
    public async Task A_token_made_with_the_public_key_as_a_shared_secret_is_refused()
    {
        SymmetricSecurityKey secret = new(bot.Authority.Key.Rsa.ExportRSAPublicKey()) { KeyId = bot.Authority.Key.KeyId };
        await ExpectAsync(HttpStatusCode.Unauthorized, bot.Authority.Token(bot.Connector.Url, key: secret, algorithm: SecurityAlgorithms.HmacSha256));
    }

    [Fact]
    public async Task An_unsigned_or_altered_token_is_refused()
    {
        string[] parts = bot.Authority.Token(bot.Connector.Url).Split('.');
        string none = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { alg = "none", kid = bot.Authority.Key.KeyId, typ = "JWT" }));
        string payload = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("1111", "1112", StringComparison.Ordinal));
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{none}.{parts[1]}.");
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{none}.{parts[1]}.{parts[2]}");
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{parts[0]}.{payload}.{parts[2]}");
        await ExpectAsync(HttpStatusCode.Unauthorized, $"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(256))}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.AAAA")]
    public async Task What_is_no_token_is_refused(string bearer) => await ExpectAsync(HttpStatusCode.Unauthorized, bearer);

    [Fact]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_refused()
    {
        Dictionary<string, object?> activity = bot.Activity("hello");
        activity["channelId"] = "slack";
        using HttpResponseMessage response = await bot.PostAsync(activity);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("endorsed", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "appid")]
    [InlineData("https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0", "azp")]
    public async Task An_Emulators_token_is_refused_unless_allowed(string issuer, string appClaim) =>
        await ExpectAsync(HttpStatusCode.Unauthorized, bot.Authority.Token(bot.Connector.Url, claims =>
        {
            (claims["iss"], claims["tid"], claims[appClaim]) = (issuer, "d6d49420-f39b-4df7-a1dc-d59a935871db", FakeAuthority.AppId);
        }));

    [Fact]
    public async Task A_refused_activity_leaves_no_trace()
    {
        Dictionary<string, object?> activity = bot.Activity("hello", "nobody-was-here");
        using HttpResponseMessage response = await bot.PostAsync(activity, bot.Authority.Token(bot.Connector.Url, claims => claims["aud"] = "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Null(await bot.Service.Get<IConversationStore>().FindAsync("test:nobody-was-here", default));
        JsonElement error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        Assert.Equal("Unauthorized", error.GetProperty("code").GetString());
        Assert.Contains("BotFramework:AppId", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_of_the_authority_is_found()
    {
        await using Bot own = await Bot.StartAsync();
        await own.SayAsync("hello");
        own.Authority.Rotate();
        string signedNew = own.Authority.Token(own.Connector.Url);
        await Visitor.UntilAsync(
            async () =>
            {
                using HttpResponseMessage response = await own.PostAsync(own.Activity("hello"), signedNew);
                return response.StatusCode;
            },
            status => status == HttpStatusCode.Accepted);
        Assert.Equal(2, own.Authority.KeyFetches);
    }

    [Fact]
    public async Task Without_any_key_the_caller_is_told_to_come_again()
    {
        await using Bot own = await Bot.StartAsync();
        own.Authority.Status = 500;
        using HttpResponseMessage response = await own.PostAsync(own.Activity("hello"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private async Task ExpectAsync(HttpStatusCode expected, string token)
    {
        using HttpResponseMessage response = await bot.PostAsync(bot.Activity("hello"), token);
        string body = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{response.StatusCode}: {body}");
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(body) < 1_000);
    }
}
