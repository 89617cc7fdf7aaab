using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SupportBot.Dialogs;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>What follows from a change's idempotency key.</summary>
internal static class ChangeKey
{
    private const int ReferenceLength = 6;

    // Without letters and digits that are mistaken for each other when read out.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Tells a repeat from another change under the same key.</summary>
    public static byte[] FingerprintOf(OrderChange change) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(change, EffectJson.Default.OrderChange));

    /// <summary>What the shopper can quote: the same for the same key.</summary>
    public static string ReferenceOf(OrderChange change)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(change.Key));
        char kind = change.Kind switch
        {
            OrderChangeKind.Cancel => 'C',
            OrderChangeKind.ChangeAddress => 'A',
            OrderChangeKind.Return => 'R',
            OrderChangeKind.Exchange => 'X',
            OrderChangeKind.Invoice => 'V',
            OrderChangeKind.RestockNotice => 'N',
        };
        return $"{kind}-{string.Concat(hash[..ReferenceLength].Select(value => Letters[value % Letters.Length]))}";
    }
}
