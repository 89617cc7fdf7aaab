using System.Security.Cryptography;
using System.Text;
using SupportBot.Access;

namespace SupportBot.Customers;

/// <summary>
/// What remains of whoever was erased: keyed hashes of their ids in the shop and their contact points, by which a file that names them again
/// is recognised. Nobody can be found by them who is not named first.
/// </summary>
internal sealed class ErasedKeys(ISecretStore secrets)
{
    private const int Length = 16;

    private readonly byte[] key = secrets.GetOrCreate("erased-keys", SHA256.HashSizeInBytes);

    public IReadOnlyList<string> Of(Customer customer) => [.. customer.ShopIds.Select(OfShopId), .. customer.Contacts.Select(Of)];

    public string OfShopId(string shopId) => Hash($"id {shopId}");

    public string Of(Contact contact) => Hash($"{contact.Kind} {contact.Value}");

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)).AsSpan(0, Length));
}
