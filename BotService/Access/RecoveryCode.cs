using System.Security.Cryptography;
using System.Text;

namespace SupportBot.Access;

/// <summary>A way in without the second factor, good once. Kept as a hash: with 80 random bits a fast one is enough.</summary>
internal static class RecoveryCode
{
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 4;

    public static IReadOnlyList<string> NewSet() => [.. Enumerable.Range(0, 10).Select(_ => New())];

    public static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal).Trim().ToLowerInvariant()));

    private static string New() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
}
