using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupportBot.Channels.Sms;
using SupportBot.Conversations;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>Who may hand in a text message, and what one must look like.</summary>
public sealed class SmsCallTests : IAsyncLifetime
{
    private const string Secret = "a secret of the gateway";
    private SmsGateway gateway = null!;
    private RunningService service = null!;

    public async Task InitializeAsync()
    {
        gateway = await SmsGateway.StartAsync();
        service = await RunningService.StartAsync(null, "--Sms:Url", gateway.Url, "--Sms:Inbound:Secret", Secret);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await gateway.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"from":"VOUCHERS","text":"hi","id":"1"}""", "from")]
    [InlineData("""{"from":"parcel 12345","text":"hi","id":"1"}""", "from")]
    [InlineData("""{"from":"+447700900104","text":"hi","id":"1\u0000"}""", "id")]
    [InlineData("""{"from":"+447700900104","text":" ","id":"1"}""", "text")]
    [InlineData("""{"from":"+447700900104","text":"hi"}""", "id")]
    [InlineData("""{"from":{},"text":["hi"],"id":null}""", "from text id")]
    public async Task What_is_wrong_is_told_at_its_field(string body, string fields)
    {
        foreach (string language in (string[])["en", "zh"])
        {
            using HttpResponseMessage answer = await SendAsync(new StringContent(body, Encoding.UTF8, "application/json"), Bearer(Secret), language);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(fields, string.Join(' ', problem.GetProperty("errors").EnumerateObject().Select(field => field.Name)));
        }
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_and_nothing_is_kept()
    {
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(new StringContent("{\"from\":", Encoding.UTF8, "application/json")));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(new StringContent("[1]", Encoding.UTF8, "application/json")));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await StatusAsync(new StringContent("from=1", Encoding.UTF8, "text/plain")));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await StatusAsync(new StringContent(new string('x', IncomingSms.MostBytes + 1), Encoding.UTF8, "application/json")));
    }

    [Fact]
    public async Task Only_the_gateway_is_heard()
    {
        Dictionary<string, string> form = new() { ["from"] = "+447700900104", ["text"] = "hello", ["id"] = "f1" };
        foreach (AuthenticationHeaderValue? stranger in (AuthenticationHeaderValue?[])[null, Bearer("another"), Bearer(Secret + "x"), Bearer(""), Basic($"gateway:{Secret}x"), new("Basic", "###"), new("Digest", Secret)])
        {
            using HttpResponseMessage refused = await SendAsync(new FormUrlEncodedContent(form), stranger);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        Assert.Null(await service.Get<IConversationStore>().FindAsync((await service.Get<SmsConversations>().OfAsync("+447700900104", default)).Id, default));
        using HttpResponseMessage taken = await SendAsync(new FormUrlEncodedContent(form), Basic($"gateway:{Secret}"));
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
    }

    [Fact]
    public async Task A_gateway_that_signs_and_names_its_fields_otherwise_is_heard_by_its_signature_alone()
    {
        await using RunningService signing = await RunningService.StartAsync(
            null, "--Sms:Url", gateway.Url, "--Sms:Inbound:Secret", Secret, "--Sms:Inbound:SignatureHeader", "X-Signature", "--Sms:Inbound:From", "From", "--Sms:Inbound:Text", "Body", "--Sms:Inbound:Id", "MessageSid");
        const string Body = "From=%2B447700900104&Body=can+i+return+a+dress&MessageSid=SM1";
        byte[] hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Body));
        foreach ((string? signature, HttpStatusCode expected) in ((string?, HttpStatusCode)[])
        [
            (null, HttpStatusCode.Unauthorized),
            (Convert.ToHexString(SHA256.HashData(hash)), HttpStatusCode.Unauthorized),
            (Convert.ToHexString(hash), HttpStatusCode.NoContent),
            ($"sha256={Convert.ToHexStringLower(hash)}", HttpStatusCode.NoContent),
            (Convert.ToBase64String(hash), HttpStatusCode.NoContent),
        ])
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/api/sms") { Content = new StringContent(Body, Encoding.UTF8, "application/x-www-form-urlencoded") };
            request.Headers.Authorization = Bearer(Secret);
            if (signature is not null)
            {
                request.Headers.Add("X-Signature", signature);
            }

            using HttpResponseMessage answer = await signing.Http.SendAsync(request);
            Assert.Equal((signature, expected), (signature, answer.StatusCode));
        }

        await Visitor.UntilAsync(() => Task.FromResult(gateway.Taken.Count), taken => taken > 0);
    }

    [Fact]
    public async Task Without_a_secret_nothing_is_taken_in_and_a_short_one_is_refused_at_the_start()
    {
        await using RunningService closed = await RunningService.StartAsync();
        using HttpResponseMessage answer = await closed.Http.PostAsJsonAsync("/api/sms", new { from = "+447700900104", text = "hi", id = "1" });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Microsoft.Extensions.Options.OptionsValidationException refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => RunningService.StartAsync(null, "--Sms:Inbound:Secret", "short"));
        Assert.Contains("Sms:Inbound:Secret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Sms:Url", refused.Message, StringComparison.Ordinal);
    }

    private static AuthenticationHeaderValue Bearer(string secret) => new("Bearer", secret);

    private static AuthenticationHeaderValue Basic(string pair) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));

    private async Task<HttpStatusCode> StatusAsync(HttpContent body)
    {
        using HttpResponseMessage answer = await SendAsync(body, Bearer(Secret));
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent body, AuthenticationHeaderValue? authorization, string language = "en")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/sms") { Content = body };
        request.Headers.Authorization = authorization;
        request.Headers.Add("Accept-Language", language);
        return await service.Http.SendAsync(request);
    }
}
