using System.Net;

namespace SupportBot.BotService.Tests.BotFramework;

public sealed class EmulatorTests : IAsyncLifetime
{
    private const string Tenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string V1 = $"https://sts.windows.net/{Tenant}/";
    private const string V2 = $"https://login.microsoftonline.com/{Tenant}/v2.0";

    private Bot bot = null!;

    public async Task InitializeAsync()
    {
        bot = await Bot.StartAsync();
        await bot.RestartAsync(null, "--BotFramework:AllowEmulator", "true", "--BotFramework:EmulatorOpenIdMetadata", bot.Authority.Metadata, "--BotFramework:TenantId", "owner-tenant");
    }

    public Task DisposeAsync() => bot.DisposeAsync().AsTask();

    [Fact]
    public async Task Only_a_token_for_the_bot_itself_in_a_known_tenant_is_taken()
    {
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(V1, Tenant, "appid"));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync(V2, Tenant, "azp"));
        Assert.Equal(HttpStatusCode.Accepted, await PostAsync("https://sts.windows.net/owner-tenant/", "owner-tenant", "appid"));

        // The tenant must be the issuer's, and one that is known.
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(V1, "owner-tenant", "appid"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("https://sts.windows.net/stranger/", "stranger", "appid"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(V1, null, "appid"));

        // A skill: Azure's token for us, issued to another app.
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(V1, Tenant, "appid", "another-bot"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(V2, Tenant, "azp", "another-bot"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(V1, Tenant, "no-app-claim"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(V1, Tenant, "appid", audience: "https://graph.microsoft.com"));
    }

    private async Task<HttpStatusCode> PostAsync(string issuer, string? tenant, string appClaim, string app = FakeAuthority.AppId, string audience = FakeAuthority.AppId)
    {
        string token = bot.Authority.Token("", claims =>
        {
            (claims["iss"], claims["tid"], claims[appClaim], claims["aud"]) = (issuer, tenant, app, audience);
            claims.Remove("serviceurl");
        });
        using HttpResponseMessage response = await bot.PostAsync(bot.Activity("hello"), token);
        return response.StatusCode;
    }
}
