using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Access;

/// <summary>What a signed identity is worth.</summary>
internal enum IdentityCheck
{
    Good,

    /// <summary>Signed well, but its time is over: it names nobody anew.</summary>
    Expired,
    Bad,
}

/// <summary>Checks who the store site says is signed in: HS256 with one of the shared secrets, for us, and short-lived.</summary>
internal sealed class ShopperIdentityTokens
{
    private const string Audience = "supportbot";
    private const int LongestToken = 4_096;
    private const int LongestText = 200;

    // Two machines' clocks may differ by this much.
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly SymmetricSecurityKey[] keys;
    private readonly TimeProvider time;
    private readonly TimeSpan lifetime;

    public ShopperIdentityTokens(IOptions<ShopperIdentityOptions> options, ISecretStore secrets, TimeProvider time)
    {
        this.time = time;
        lifetime = options.Value.Lifetime;
        HasOwnSecret = options.Value.Secrets.Count == 0;
        keys = HasOwnSecret
            ? [new SymmetricSecurityKey(secrets.GetOrCreate("identity-secret", ShopperIdentityOptions.ShortestSecret))]
            : [.. options.Value.Secrets.Select(secret => new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret)))];
    }

    /// <summary>Whether the secret was made here, so that no store site can know it.</summary>
    public bool HasOwnSecret { get; }

    public string Issue(Shopper shopper)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = Audience,
            Claims = new Dictionary<string, object> { ["sub"] = shopper.Id, ["name"] = shopper.Name ?? "", ["email"] = shopper.Email ?? "", ["vip"] = shopper.Vip },
            IssuedAt = now,
            Expires = now + lifetime,
            SigningCredentials = new SigningCredentials(keys[0], SecurityAlgorithms.HmacSha256),
        });
    }

    public async ValueTask<(IdentityCheck Check, Shopper? Shopper)> CheckAsync(string token)
    {
        if (token.Length > LongestToken)
        {
            return (IdentityCheck.Bad, null);
        }

        // The handler compares signatures in constant time. Times are checked below, against our own clock.
        TokenValidationResult result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAudience = Audience,
            ValidateIssuer = false,
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = true,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateLifetime = false,
        });
        return result is { IsValid: true, SecurityToken: JsonWebToken jwt } && ShopperOf(jwt) is { } shopper && CheckTimes(jwt) is var check and not IdentityCheck.Bad
            ? (check, shopper)
            : (IdentityCheck.Bad, null);
    }

    private IdentityCheck CheckTimes(JsonWebToken jwt)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        bool bounded = jwt.IssuedAt > DateTime.MinValue && jwt.ValidTo > jwt.IssuedAt && jwt.ValidTo - jwt.IssuedAt <= lifetime;
        return !bounded || jwt.IssuedAt > now + Skew || jwt.ValidFrom > now + Skew ? IdentityCheck.Bad
            : jwt.ValidTo + Skew <= now ? IdentityCheck.Expired
            : IdentityCheck.Good;
    }

    private static Shopper? ShopperOf(JsonWebToken jwt)
    {
        jwt.TryGetPayloadValue("name", out string? name);
        jwt.TryGetPayloadValue("email", out string? email);
        jwt.TryGetPayloadValue("vip", out bool vip);
        return jwt.Subject is { Length: > 0 and <= LongestText } id ? new Shopper(id, Shortened(name), Shortened(email), vip) : null;
    }

    private static string? Shortened(string? text) => string.IsNullOrEmpty(text) ? null : text[..Math.Min(text.Length, LongestText)];
}
