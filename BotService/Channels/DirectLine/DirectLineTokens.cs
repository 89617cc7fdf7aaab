using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportBot.Access;
using SupportBot.Operation;

namespace SupportBot.Channels.DirectLine;

/// <summary>What a token is for; one kind is never accepted as another.</summary>
internal enum TokenUse
{
    /// <summary>Calls of one conversation.</summary>
    Conversation,

    /// <summary>Opening a socket, in the URL.</summary>
    Stream,

    /// <summary>Getting a fresh conversation token after days; kept by the widget.</summary>
    Resume,
}

/// <summary>Why a token was refused, or that it was not.</summary>
internal enum TokenCheck
{
    Good,
    Expired,
    Bad,
}

/// <param name="ConversationId">Claim <c>conv</c>.</param>
/// <param name="UserId">Claim <c>user</c>, which the official clients read; empty when the token names nobody.</param>
/// <param name="Origins">The only origins it may be used from; empty for any.</param>
internal sealed record TokenSubject(string ConversationId, string? UserId, IReadOnlyList<string> Origins)
{
    public bool Allows(string? origin) => string.IsNullOrEmpty(origin) || Origins.Count == 0 || Origins.Contains(origin, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Makes and checks our own tokens: JWT, HS256, with a key of this installation.</summary>
internal sealed class DirectLineTokens
{
    private const string Issuer = "supportbot";
    private static readonly TimeSpan ResumeLifetime = TimeSpan.FromDays(90);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey key;
    private readonly DirectLineOptions options;
    private readonly TimeProvider time;
    private readonly byte[][] secrets;

    public DirectLineTokens(IOptions<DirectLineOptions> options, ISecretStore store, TimeProvider time)
    {
        this.options = options.Value;
        this.time = time;
        key = new SymmetricSecurityKey(store.GetOrCreate("directline-token-key", 32));
        IEnumerable<string> configured = this.options.Secrets.Where(secret => secret.Length > 0);
        OwnSecret = Base64UrlEncoder.Encode(store.GetOrCreate("directline-secret", 32));
        secrets = [.. configured.DefaultIfEmpty(OwnSecret).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The secret made at first start, used when none is configured.</summary>
    public string OwnSecret { get; }

    public int LifetimeSeconds => (int)options.TokenLifetime.TotalSeconds;

    /// <summary>A new id for a conversation, user or file: 128 random bits.</summary>
    public static string NewId() => RandomId.New();

    public bool IsSecret(string bearer)
    {
        byte[] given = Encoding.UTF8.GetBytes(bearer);
        bool found = false;
        foreach (byte[] secret in secrets)
        {
            found |= CryptographicOperations.FixedTimeEquals(given, secret);
        }

        return found;
    }

    public string Issue(TokenUse use, TokenSubject subject)
    {
        DateTimeOffset now = time.GetUtcNow();
        Dictionary<string, object> claims = new() { ["conv"] = subject.ConversationId };
        if (subject.UserId is { } user)
        {
            claims["user"] = user;
        }

        if (subject.Origins.Count > 0)
        {
            claims["origins"] = subject.Origins.ToArray();
        }

        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = AudienceOf(use),
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = now.Add(LifetimeOf(use)).UtcDateTime,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    public async ValueTask<(TokenCheck Check, TokenSubject? Subject)> CheckAsync(TokenUse use, string token)
    {
        TokenValidationResult result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = AudienceOf(use),
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],

            // Checked below against our own clock, so that only a token that is otherwise good is called expired.
            ValidateLifetime = false,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt || !jwt.TryGetPayloadValue("conv", out string? conversation) || conversation is null)
        {
            return (TokenCheck.Bad, null);
        }

        jwt.TryGetPayloadValue("user", out string? user);
        jwt.TryGetPayloadValue("origins", out string[]? origins);
        TokenSubject subject = new(conversation, user, origins ?? []);
        return (jwt.ValidTo <= time.GetUtcNow().UtcDateTime ? TokenCheck.Expired : TokenCheck.Good, subject);
    }

    private static string AudienceOf(TokenUse use) => use switch
    {
        TokenUse.Conversation => "directline",
        TokenUse.Stream => "directline-stream",
        TokenUse.Resume => "widget-resume",
    };

    private TimeSpan LifetimeOf(TokenUse use) => use switch
    {
        TokenUse.Conversation => options.TokenLifetime,
        TokenUse.Stream => options.StreamUrlLifetime,
        TokenUse.Resume => ResumeLifetime,
    };
}
