using System.Globalization;
using System.Text.Json;
using SupportBot.Dialogs.Products;
using SupportBot.Shop;

namespace SupportBot.Storage;

internal sealed record ProductRow(string Id, byte[] Body)
{
    public Product Product() => JsonSerializer.Deserialize(Body, ShopJson.Default.Product) ?? throw new InvalidDataException("A stored product is empty.");
}

/// <summary>With properties, because SQLite tells no type for a column that is computed.</summary>
internal sealed record VariantRow
{
    public string Sku { get; init; } = "";

    public string ProductId { get; init; } = "";

    public string? Colour { get; init; }

    public string? Size { get; init; }

    public long Price { get; init; }

    public long Stock { get; init; }

    public string? RestockOn { get; init; }

    public long? PromotionPrice { get; init; }

    public Variant Variant()
    {
        long price = PromotionPrice is { } reduced && reduced < Price ? reduced : Price;
        return new Variant(
            Sku,
            Colour,
            Size,
            price / 100m,
            price < Price ? Price / 100m : null,
            (int)Stock,
            RestockOn is { } day ? DateOnly.ParseExact(day, ShopCells.Day, CultureInfo.InvariantCulture) : null);
    }
}

/// <summary>How days and money lie in a column.</summary>
internal static class ShopCells
{
    public const string Day = "yyyy-MM-dd";

    /// <summary>Hundredths of the currency.</summary>
    public static long Minor(decimal amount) => (long)Math.Round(amount * 100, MidpointRounding.AwayFromZero);

    public static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);
}

internal sealed record ChangeRow(byte[] Fingerprint, long Outcome, long Rule, string? Reference);
