using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace SupportBot.Access;

/// <summary>
/// Seals the secrets of second factors, so that who reads the staff's table cannot make codes: AES-256-GCM, bound to the member. The key
/// is the configured one, else one the service makes for itself; what an earlier key has sealed, or was kept open, is still read.
/// </summary>
internal sealed class FactorSeal(ISecretStore secrets, IOptions<StaffOptions> options)
{
    private const byte Version = 1;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] own = secrets.GetOrCreate("second-factor-key", 32);
    private readonly byte[]? given = string.IsNullOrEmpty(options.Value.SecondFactorKey) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.SecondFactorKey));

    public byte[] Seal(string memberId, ReadOnlySpan<byte> secret)
    {
        byte[] made = new byte[1 + NonceBytes + TagBytes + secret.Length];
        made[0] = Version;
        Span<byte> nonce = made.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(given ?? own, TagBytes);
        cipher.Encrypt(nonce, secret, made.AsSpan(1 + NonceBytes + TagBytes), made.AsSpan(1 + NonceBytes, TagBytes), Encoding.UTF8.GetBytes(memberId));
        return made;
    }

    /// <summary>The secret; null when none of the keys opens it.</summary>
    public byte[]? Open(string memberId, byte[] kept) =>
        kept.Length == Totp.SecretBytes ? kept : Open(memberId, kept, given ?? own) ?? (given is null ? null : Open(memberId, kept, own));

    /// <summary>Whether it is sealed with the present key.</summary>
    public bool IsSealed(string memberId, byte[] kept) => kept.Length != Totp.SecretBytes && Open(memberId, kept, given ?? own) is not null;

    private static byte[]? Open(string memberId, byte[] kept, byte[] key)
    {
        int head = 1 + NonceBytes + TagBytes;
        if (kept.Length <= head || kept[0] != Version)
        {
            return null;
        }

        byte[] secret = new byte[kept.Length - head];
        using AesGcm cipher = new(key, TagBytes);
        try
        {
            cipher.Decrypt(kept.AsSpan(1, NonceBytes), kept.AsSpan(head), kept.AsSpan(1 + NonceBytes, TagBytes), secret, Encoding.UTF8.GetBytes(memberId));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
