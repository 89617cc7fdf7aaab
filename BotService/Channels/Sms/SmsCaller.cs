using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SupportBot.Channels.Sms;

/// <summary>Tells the gateway from everybody else, in the same time whatever was sent.</summary>
internal sealed class SmsCaller(IOptions<SmsOptions> options)
{
    private SmsInboundOptions Inbound => options.Value.Inbound;

    /// <summary>Nobody is, as long as there is no secret.</summary>
    public bool IsGateway(HttpRequest request, ReadOnlySpan<byte> body) => Inbound.IsUsed
        && (Inbound.SignatureHeader.Length > 0 ? IsSigned(request.Headers[Inbound.SignatureHeader].ToString(), body) : KnowsSecret(request.Headers.Authorization.ToString()));

    private bool IsSigned(string given, ReadOnlySpan<byte> body)
    {
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(Inbound.Secret), body, signature);
        string value = given[(given.IndexOf('=') is var sign and > 0 && given.AsSpan(0, sign).Equals("sha256", StringComparison.OrdinalIgnoreCase) ? sign + 1 : 0)..];
        return AreEqual(value.ToLowerInvariant(), Convert.ToHexStringLower(signature)) | AreEqual(value, Convert.ToBase64String(signature));
    }

    private bool KnowsSecret(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out AuthenticationHeaderValue? given) || given.Parameter is not { } value)
        {
            return false;
        }

        return given.Scheme.ToUpperInvariant() switch
        {
            "BEARER" => AreEqual(value, Inbound.Secret),
            "BASIC" => AreEqual(PasswordOf(value), Inbound.Secret),
            _ => false,
        };
    }

    private static string PasswordOf(string basic)
    {
        Span<byte> decoded = new byte[basic.Length];
        string pair = Convert.TryFromBase64String(basic, decoded, out int written) ? Encoding.UTF8.GetString(decoded[..written]) : "";
        return pair[(pair.IndexOf(':') + 1)..];
    }

    // Hashed first, so that not even the length shows in the time.
    private static bool AreEqual(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}
