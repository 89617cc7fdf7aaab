using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportBot.Access;

namespace SupportBot.BotService.Tests.DirectLine;

public sealed class BadInputTests(SharedService shared) : IClassFixture<SharedService>
{
    private RunningService Service => shared.Running;

    [Theory]
    [InlineData("{", 400)]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("{\"type\":\"message\",\"text\":5}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"a\",\"from\":\"me\"}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"a\",\"attachments\":{}}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"a\"} trailing", 400)]
    [InlineData("{\"type\":\"message\"}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"\"}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"  \\n \"}", 400)]
    [InlineData("{\"text\":\"no type\"}", 400)]
    [InlineData("{\"type\":\"somethingElse\",\"text\":\"a\"}", 400)]
    [InlineData("{\"type\":\"conversationUpdate\"}", 400)]
    [InlineData("{\"type\":\"event\"}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800 alone\"}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"a\",\"value\":\"\\udc00\"}", 400)]
    [InlineData("{\"type\":\"message\",\"text\":\"a\",\"unknown\":{\"deep\":[1,2,{\"x\":null}]}}", 200)]
    [InlineData("{\"type\":\"message\",\"text\":\"a\",\"channelData\":\"not an object\"}", 200)]
    [InlineData("{\"type\":\"message\",\"text\":\"a\",\"channelData\":{\"clientActivityID\":7}}", 200)]
    [InlineData("{\"type\":\"message\",\"text\":\"a\",\"locale\":\"xx-nonsense\"}", 200)]
    [InlineData("{\"type\":\"message\",\"text\":\"\\u0000 ‮ \\u200b 👩‍👩‍👧\"}", 200)]
    public async Task A_body_is_answered_in_the_protocols_words_and_stored_only_when_good(string body, int status)
    {
        Visitor visitor = await Service.VisitAsync();
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage posted = await Service.SendAsync(HttpMethod.Post, $"{visitor.Path}/activities", visitor.Token, content);
        Assert.Equal(status, (int)posted.StatusCode);
        await AssertErrorAsync(posted);
        int stored = (await visitor.ReadAsync()).Count(activity => activity.GetProperty("from").GetProperty("role").GetString() == "user");
        Assert.Equal(status == 200 ? 1 : 0, stored);
    }

    [Fact]
    public async Task Sixty_four_kilobytes_of_text_are_taken_and_answered()
    {
        Visitor visitor = await Service.VisitAsync();
        JsonElement reply = await visitor.AskAsync(string.Concat(Enumerable.Repeat("退货 return 7 ", 6_000))[..65_536]);
        Assert.False(string.IsNullOrEmpty(reply.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_huge_body_is_413_however_it_is_sent()
    {
        Visitor visitor = await Service.VisitAsync();
        byte[] huge = new byte[2 * 1024 * 1024];
        foreach (bool chunked in (bool[])[false, true])
        {
            using HttpContent content = chunked ? new ChunkedContent(huge) : new ByteArrayContent(huge);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using HttpResponseMessage posted = await Service.SendAsync(HttpMethod.Post, $"{visitor.Path}/activities", visitor.Token, content);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, posted.StatusCode);
        }
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    public async Task The_content_type_must_be_json(string contentType, int status)
    {
        Visitor visitor = await Service.VisitAsync();
        using StringContent content = new("{\"type\":\"message\",\"text\":\"a\"}");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using HttpResponseMessage posted = await Service.SendAsync(HttpMethod.Post, $"{visitor.Path}/activities", visitor.Token, content);
        Assert.Equal(status, (int)posted.StatusCode);
    }

    [Fact]
    public async Task A_token_opens_no_other_conversation()
    {
        Visitor mine = await Service.VisitAsync();
        Visitor other = await Service.VisitAsync();
        foreach ((HttpMethod method, string path) in ((HttpMethod, string)[])[(HttpMethod.Get, $"{other.Path}/activities"), (HttpMethod.Get, other.Path), (HttpMethod.Post, $"{other.Path}/activities"), (HttpMethod.Post, $"{other.Path}/upload")])
        {
            using HttpResponseMessage answer = await Service.SendAsync(method, path, mine.Token, method == HttpMethod.Post ? new StringContent("{}", Encoding.UTF8, "application/json") : null);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            await AssertErrorAsync(answer);
        }
    }

    [Fact]
    public async Task A_token_that_is_missing_altered_or_of_another_kind_is_401_and_an_expired_one_403_TokenExpired()
    {
        Visitor visitor = await Service.VisitAsync();
        string altered = visitor.Token[..^4] + (visitor.Token[^4] == 'A' ? "B" : "A") + visitor.Token[^3..];
        string none = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor { Issuer = "supportbot", Audience = "directline", Claims = new Dictionary<string, object> { ["conv"] = visitor.ConversationId } });
        foreach (string? bearer in (string?[])[null, "", "nonsense", altered, none, visitor.Resume, new string('x', 10_000)])
        {
            using HttpResponseMessage refused = await Service.SendAsync(HttpMethod.Get, $"{visitor.Path}/activities", bearer);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            await AssertErrorAsync(refused);
        }

        byte[] key = Service.Get<ISecretStore>().GetOrCreate("directline-token-key", 32);
        string expired = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "supportbot",
            Audience = "directline",
            Claims = new Dictionary<string, object> { ["conv"] = visitor.ConversationId },
            Expires = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256),
        });
        using HttpResponseMessage late = await Service.SendAsync(HttpMethod.Get, $"{visitor.Path}/activities", expired);
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains("TokenExpired", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("99999999999999999999999")]
    public async Task A_watermark_that_is_not_ours_is_400(string watermark)
    {
        Visitor visitor = await Service.VisitAsync();
        using HttpResponseMessage read = await Service.SendAsync(HttpMethod.Get, $"{visitor.Path}/activities?watermark={watermark}", visitor.Token);
        Assert.Equal(HttpStatusCode.BadRequest, read.StatusCode);
    }

    [Fact]
    public async Task A_conversation_nobody_started_is_404_even_with_the_secret()
    {
        using HttpResponseMessage read = await Service.SendAsync(HttpMethod.Get, "/v3/directline/conversations/none/activities", Service.Secret);
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            JsonElement error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error");
            Assert.False(string.IsNullOrEmpty(error.GetProperty("code").GetString()));
            Assert.False(string.IsNullOrEmpty(error.GetProperty("message").GetString()));
        }
    }

    private sealed class ChunkedContent(byte[] content) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(content).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
