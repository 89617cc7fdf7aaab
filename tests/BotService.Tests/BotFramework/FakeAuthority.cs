using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.BotService.Tests.BotFramework;

/// <summary>Stands for login.botframework.com and login.microsoftonline.com: metadata, keys, tokens for the bot.</summary>
public sealed class FakeAuthority : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Password = "the-bots-password";
    public const string Issuer = "https://api.botframework.com";

    private readonly WebApplication app;
    private readonly List<object> published = [];
    private int keyFetches;
    private int tokenCalls;

    private FakeAuthority(WebApplication app) => this.app = app;

    public RsaSecurityKey Key { get; private set; } = null!;

    public string Metadata => $"{app.Urls.First()}/metadata";

    public string TokenEndpoint => $"{app.Urls.First()}/token";

    public int KeyFetches => keyFetches;

    public int TokenCalls => tokenCalls;

    /// <summary>What the token endpoint and the keys answer; 200 unless set.</summary>
    public int Status { get; set; } = 200;

    public static async Task<FakeAuthority> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        FakeAuthority authority = new(builder.Build());
        authority.Rotate();
        authority.app.MapGet("/metadata", context => context.Response.WriteAsJsonAsync(new { issuer = Issuer, jwks_uri = $"{authority.app.Urls.First()}/keys" }));
        authority.app.MapGet("/keys", authority.AnswerKeys);
        authority.app.MapPost("/token", authority.AnswerToken);
        await authority.app.StartAsync();
        return authority;
    }

    /// <summary>Signs from now on with a new key.</summary>
    public void Rotate(params string[] endorsements)
    {
        Key = NewKey();
        JsonWebKey key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(Key.Rsa.ExportParameters(false)) { KeyId = Key.KeyId });
        published.Add(new { kty = "RSA", use = "sig", kid = key.Kid, n = key.N, e = key.E, endorsements = endorsements.Length > 0 ? endorsements : ["msteams", "test"] });
    }

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>A token as the Connector sends it, altered as asked; a claim set to null is left out.</summary>
    public string Token(string serviceUrl, Action<Dictionary<string, object?>>? alter = null, SecurityKey? key = null, string algorithm = SecurityAlgorithms.RsaSha256)
    {
        Dictionary<string, object?> claims = new()
        {
            ["iss"] = Issuer,
            ["aud"] = AppId,
            ["nbf"] = InMinutes(-1),
            ["exp"] = InMinutes(60),
            ["serviceurl"] = serviceUrl,
        };
        alter?.Invoke(claims);
        string payload = JsonSerializer.Serialize(claims.Where(claim => claim.Value is not null).ToDictionary());
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(payload, new SigningCredentials(key ?? Key, algorithm));
    }

    public static long InMinutes(double minutes) => TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private Task AnswerKeys(HttpContext context)
    {
        Interlocked.Increment(ref keyFetches);
        context.Response.StatusCode = Status;
        return context.Response.WriteAsJsonAsync(new { keys = published });
    }

    private async Task AnswerToken(HttpContext context)
    {
        int call = Interlocked.Increment(ref tokenCalls);
        IFormCollection form = await context.Request.ReadFormAsync();
        bool good = form["grant_type"] == "client_credentials" && form["client_id"] == AppId && form["client_secret"] == Password && form["scope"] == "https://api.botframework.com/.default";
        context.Response.StatusCode = good ? Status : 400;
        await context.Response.WriteAsJsonAsync(new { access_token = $"token-{call}", expires_in = 3600 });
    }
}
