namespace SupportBot.Dialogs.Products;

/// <summary>Something the store sells. Texts are by language; a language left out falls back to the other.</summary>
public sealed record Product
{
    public required string Id { get; init; }

    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>Such as <c>shoes/running</c>; its words by language are the category list's.</summary>
    public required string Category { get; init; }

    public string? Brand { get; init; }

    public IReadOnlyDictionary<string, string> Description { get; init; } = new Dictionary<string, string>();

    /// <summary>Material, fit, capacity and the like: name → value by language.</summary>
    public IReadOnlyList<ProductFact> Facts { get; init; } = [];

    public string? PictureUrl { get; init; }

    public string? PageUrl { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>At least one.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }
}

public sealed record ProductFact(IReadOnlyDictionary<string, string> Name, IReadOnlyDictionary<string, string> Value);

/// <summary>One colour and size of a product.</summary>
/// <param name="Colour">A colour's key such as <c>black</c>; its words by language are the colour list's.</param>
/// <param name="Size">As printed on the label: <c>M</c>, <c>42</c>, <c>9.5</c>.</param>
/// <param name="Price">What it costs now.</param>
/// <param name="FullPrice">What it cost before the promotion; null when there is none.</param>
/// <param name="Stock">Pieces that can be sent today.</param>
/// <param name="RestockOn">When more is expected.</param>
public sealed record Variant(string Sku, string? Colour, string? Size, decimal Price, decimal? FullPrice, int Stock, DateOnly? RestockOn = null);
