using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class UnauthenticatedTests
{
    private static readonly object Hello = new { type = "message", channelId = "emulator", conversation = new { id = "c" }, from = new { id = "u" }, text = "hello", deliveryMode = "expectReplies" };

    [Fact]
    public async Task Without_configuration_every_call_is_refused_and_told_the_key()
    {
        await using RunningService service = await RunningService.StartAsync();
        using HttpResponseMessage response = await service.Http.PostAsJsonAsync("/api/messages", Hello);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        string body = await response.Content.ReadAsStringAsync();
        Assert.Contains("BotFramework:AppId", body, StringComparison.Ordinal);
        Assert.Contains("BotFramework:AllowUnauthenticated", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_allowed_only_direct_calls_from_this_machine_are_taken()
    {
        await using RunningService service = await RunningService.StartAsync(null, "--BotFramework:AllowUnauthenticated", "true");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(service, null, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "X-Forwarded-For", "127.0.0.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "Forwarded", "for=10.0.0.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "X-Real-IP", "10.0.0.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "Via", "1.1 proxy"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(service, "Host", "rebound.example.com"));
    }

    [Theory]
    [InlineData("BotFramework:AllowUnauthenticated", "--BotFramework:AllowUnauthenticated", "true", "--BotFramework:AppId", "x")]
    [InlineData("BotFramework:AppId", "--BotFramework:AppPassword", "x")]
    [InlineData("BotFramework:OpenIdMetadata", "--BotFramework:OpenIdMetadata", "http://login.example.com/keys")]
    [InlineData("BotFramework:TokenEndpoint", "--BotFramework:TokenEndpoint", "ftp://x")]
    [InlineData("BotFramework:AllowedServiceHosts", "--BotFramework:AllowedServiceHosts:0", "https://x.example.com/")]
    [InlineData("BotFramework:CallTimeout", "--BotFramework:CallTimeout", "00:02:00")]
    [InlineData("Outbox:MaxAttempts", "--Outbox:MaxAttempts", "0")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string key, params string[] settings)
    {
        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => RunningService.StartAsync(null, settings));
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> PostAsync(RunningService service, string? header, string? value)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(Hello) };
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using HttpResponseMessage response = await service.Http.SendAsync(request);
        return response.StatusCode;
    }
}
