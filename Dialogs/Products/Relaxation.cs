namespace SupportBot.Dialogs.Products;

/// <summary>What is left out of a query that finds nothing, the least important first.</summary>
internal static class Relaxation
{
    public const string Words = "words";
    private const string Size = "size";
    private const string Colour = "colour";
    private const string Price = "price";
    private const string Stock = "stock";
    private const string Reduced = "reduced";
    private const string Brand = "brand";
    private const string ProductName = "product";

    // One thing at a time before two or three.
    private static readonly string[][] Steps =
    [
        [Stock], [Reduced], [Size], [Colour], [Price], [Brand], [Words],
        [Size, Stock], [Size, Colour], [Size, Price], [Colour, Price], [Size, Colour, Price], [Size, Colour, Price, Stock, Reduced, Brand],
    ];

    /// <summary>The query itself and then what is left of it, step by step.</summary>
    public static IEnumerable<(string? Relaxed, ProductQuery Query)> Of(ProductQuery query, ProductIndex index)
    {
        yield return (null, query);

        // The product talked about comes in other colours and sizes before other products do.
        foreach (string[] step in Steps.Where(step => step.All(name => Has(query, name))))
        {
            yield return (string.Join(',', step), step.Aggregate(query, Without));
        }

        if (query.ProductId is { } id && index.Get(id) is { } product)
        {
            ProductQuery others = query with { ProductId = null, Category = query.Category ?? product.Category, Words = "" };
            yield return (ProductName, others);
        }
    }

    private static bool Has(ProductQuery query, string name) => name switch
    {
        Size => query.Size is not null,
        Colour => query.Colour is not null,
        Price => query.PriceFrom is not null || query.PriceTo is not null,
        Stock => query.OnlyInStock,
        Reduced => query.OnlyReduced,
        Brand => query.Brand is not null && query.ProductId is null,
        Words => query.Words.Length > 0 && query.ProductId is null && (query.Category ?? query.Brand) is not null,
        _ => false,
    };

    private static ProductQuery Without(ProductQuery query, string name) => name switch
    {
        Size => query with { Size = null },
        Colour => query with { Colour = null },
        Price => query with { PriceFrom = null, PriceTo = null },
        Stock => query with { OnlyInStock = false },
        Reduced => query with { OnlyReduced = false },
        Brand => query with { Brand = null },
        Words => query with { Words = "" },
        _ => query,
    };
}
