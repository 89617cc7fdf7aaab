using System.Security.Cryptography;
using System.Text;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>
/// Whether what a shopper gives is the e-mail or the phone on an order. An e-mail is compared without case and outer spaces; a phone by its last
/// nine digits, so that +44 20…, 020… and spaces make no difference, and never by fewer than seven. The comparison takes equally long whatever differs.
/// </summary>
internal static class ProofOfOrder
{
    private const int PhoneDigits = 9;
    private const int FewestDigits = 7;

    public static bool Fits(string proof, Order? order)
    {
        // Where there is no order, nothing is compared with, by the same work; nothing is equal to no proof.
        byte[] given = Digest(proof);
        byte[] email = Digest(order?.Email ?? "");
        byte[] phone = Digest(order?.Phone ?? "");
        byte[] shipping = Digest(order?.ShipTo.Phone ?? "");
        return CryptographicOperations.FixedTimeEquals(given, email)
            | CryptographicOperations.FixedTimeEquals(given, phone)
            | CryptographicOperations.FixedTimeEquals(given, shipping);
    }

    private static byte[] Digest(string proof) => SHA256.HashData(Encoding.UTF8.GetBytes(Normal(proof)));

    private static string Normal(string proof)
    {
        string plain = proof.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        if (plain.Contains('@'))
        {
            return plain;
        }

        string digits = string.Concat(plain.Where(char.IsAsciiDigit));

        // Too few digits prove nothing: the random word makes them equal to no other.
        return digits.Length < FewestDigits ? Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) : digits[^Math.Min(PhoneDigits, digits.Length)..];
    }
}
