using System.Buffers.Text;
using System.Security.Cryptography;

namespace SupportBot.Operation;

/// <summary>Ids that cannot be guessed.</summary>
internal static class RandomId
{
    /// <summary>128 random bits, fit for a URL.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
}
