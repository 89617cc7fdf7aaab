namespace SupportBot.Storage.Sqlite;

internal sealed record ProductRow(string Id, byte[] Body);

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
}

internal sealed record ChangeRow(byte[] Fingerprint, long Outcome, long Rule, string? Reference);
