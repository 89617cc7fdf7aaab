namespace SupportBot.Dialogs.Products;

/// <summary>The store's products as the dialogs see them; never changes during a turn.</summary>
public interface ICatalogue
{
    /// <summary>
    /// Reads what a text says about a product wanted: words, category, colour, size, price range. With <paramref name="previous"/>,
    /// a short follow-up ("and the red one?", "那白色的呢") changes only what it names. Null when the text names nothing of the catalogue.
    /// </summary>
    ProductQuery? Read(string text, string locale, ProductQuery? previous);

    /// <summary>The best fitting products, best first.</summary>
    ProductHits Search(ProductQuery query, string locale, int limit);

    Product? Get(string id);

    /// <summary>The product that has a variant with this SKU.</summary>
    Product? OfSku(string sku) => null;

    /// <summary>A colour's word for <see cref="Variant.Colour"/>.</summary>
    string ColourName(string key, string locale) => key;

    /// <summary>A category's word for <see cref="Product.Category"/>.</summary>
    string CategoryName(string key, string locale) => key;
}

/// <summary>What a shopper looks for; small enough to be remembered. Nulls leave it open.</summary>
public sealed record ProductQuery
{
    /// <summary>The words that name it, as searched.</summary>
    public string Words { get; init; } = "";

    public string? Category { get; init; }

    public string? Brand { get; init; }

    public string? Colour { get; init; }

    public string? Size { get; init; }

    public decimal? PriceFrom { get; init; }

    public decimal? PriceTo { get; init; }

    public bool OnlyInStock { get; init; }

    public bool OnlyReduced { get; init; }

    /// <summary>Cheapest first, instead of best fitting first.</summary>
    public bool CheapestFirst { get; init; }

    /// <summary>The one product the talk is about, once it is clear.</summary>
    public string? ProductId { get; init; }
}

/// <param name="Total">How many fit altogether.</param>
/// <param name="Relaxed">
/// What had to be left out of the query to find anything: <c>size</c>, <c>colour</c>, <c>price</c>, <c>stock</c>, <c>reduced</c>, <c>brand</c>,
/// <c>words</c>, or <c>product</c> when not the product talked about but others fit; several set apart by commas. Null when nothing had to.
/// </param>
public sealed record ProductHits(IReadOnlyList<ProductHit> Hits, int Total, string? Relaxed);

/// <param name="Variants">Those of its variants that fit the query.</param>
public sealed record ProductHit(Product Product, IReadOnlyList<Variant> Variants);
