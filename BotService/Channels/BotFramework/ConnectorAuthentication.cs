using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace SupportBot.Channels.BotFramework;

/// <summary>Tells the Connector, or the owner's Emulator, from anybody else who posts to <c>/api/messages</c>.</summary>
internal sealed class ConnectorAuthentication(IOptions<BotFrameworkOptions> configured, IDocumentRetriever documents, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    private const string Scheme = "Bearer ";
    private const int LongestHeader = 8192;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly BotFrameworkOptions options = configured.Value;
    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly SigningKeys connectorKeys = new(configured.Value.OpenIdMetadata, documents, configured.Value.KeyRefreshInterval, time, logger);
    private readonly SigningKeys emulatorKeys = new(configured.Value.EmulatorOpenIdMetadata, documents, configured.Value.KeyRefreshInterval, time, logger);

    /// <returns>The caller, or why there is none.</returns>
    public ValueTask<(ConnectorCaller? Caller, string? Refusal)> AuthenticateAsync(HttpContext context)
    {
        if (options.AppId.Length == 0)
        {
            return ValueTask.FromResult(WithoutAppId(context));
        }

        string header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length <= LongestHeader
            ? CheckAsync(header[Scheme.Length..].Trim(), context.RequestAborted)
            : ValueTask.FromResult(Refuse("Send the Connector's token in the header 'Authorization: Bearer …'."));
    }

    public void Dispose()
    {
        connectorKeys.Dispose();
        emulatorKeys.Dispose();
    }

    private (ConnectorCaller? Caller, string? Refusal) WithoutAppId(HttpContext context) =>
        !options.AllowUnauthenticated ? Refuse("The bot has no credentials. Set BotFramework:AppId and BotFramework:AppPassword, or for trials on this machine BotFramework:AllowUnauthenticated=true.")
        : !LocalCall.Is(context) ? Refuse("BotFramework:AllowUnauthenticated serves only direct calls from this machine to localhost. Set BotFramework:AppId and BotFramework:AppPassword for others.")
        : (ConnectorCaller.Local, null);

    private async ValueTask<(ConnectorCaller? Caller, string? Refusal)> CheckAsync(string bearer, CancellationToken cancellation)
    {
        if (Read(bearer) is not { Kid: { Length: > 0 } keyId } token)
        {
            return Refuse("The token is not a signed JWT.");
        }

        if (token.Issuer == options.Issuer)
        {
            return await connectorKeys.FindAsync(keyId, cancellation) is { } key && await IsGoodAsync(token, options.Issuer, key)
                && token.TryGetPayloadValue("serviceurl", out string? serviceUrl) && !string.IsNullOrEmpty(serviceUrl)
                ? (new ConnectorCaller(CallerTrust.Connector, serviceUrl, key), null)
                : Refuse("The token is not valid for BotFramework:AppId: wrong signature, audience, time or claims.");
        }

        if (!options.AllowEmulator || EmulatorToken.IssuerOf(token, options) is not { } issuer)
        {
            return Refuse("The token is not the Connector's. Tokens of the Emulator need BotFramework:AllowEmulator=true; tokens of skills are not taken.");
        }

        return await emulatorKeys.FindAsync(keyId, cancellation) is { } emulatorKey && await IsGoodAsync(token, issuer, emulatorKey)
            ? (ConnectorCaller.Emulator, null)
            : Refuse("The Emulator's token is not valid for BotFramework:AppId: wrong signature, audience or time.");
    }

    private JsonWebToken? Read(string bearer)
    {
        try
        {
            return handler.ReadJsonWebToken(bearer);
        }
        catch (Exception error) when (error is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private async Task<bool> IsGoodAsync(JsonWebToken token, string issuer, JsonWebKey key)
    {
        TokenValidationResult result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = options.AppId,
            IssuerSigningKey = key,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = IsCurrent,
        });
        return result.IsValid;
    }

    // Against our own clock, and a token without an end is refused.
    private bool IsCurrent(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + Skew && (notBefore is not { } start || start - Skew <= now);
    }

    private static (ConnectorCaller? Caller, string? Refusal) Refuse(string reason) => (null, reason);
}
