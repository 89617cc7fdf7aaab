using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Access;

/// <summary>Time-based one-time passwords (RFC 6238: HMAC-SHA1, six digits, 30 seconds), as authenticator apps show them.</summary>
internal static class Totp
{
    public const int SecretBytes = 20;
    private const int StepSeconds = 30;
    private const int Window = 1;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeOf(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and every authenticator app; SHA-1's collisions do not touch an HMAC.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        int truncated = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (truncated % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step the code belongs to, of those near enough to now, or null. The caller sees to it that no step is used twice.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        byte[] given = Encoding.UTF8.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (long step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(CodeOf(secret, step))))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The secret as people type it: base 32 (RFC 4648) without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        int buffer = 0, bits = 0;
        foreach (byte next in bytes)
        {
            buffer = (buffer << 8) | next;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return bits > 0 ? text.Append(Alphabet[(buffer << (5 - bits)) & 31]).ToString() : text.ToString();
    }

    /// <summary>What the QR code says.</summary>
    public static string Uri(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}?secret={Base32(secret)}&issuer={System.Uri.EscapeDataString(issuer)}";
}
