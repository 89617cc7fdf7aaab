using SupportBot.Dialogs.Products;

namespace SupportBot.Shop;

/// <summary>What the embedded shop sells.</summary>
internal interface IProductStore
{
    /// <summary>Moves on with every change, by whatever process.</summary>
    ValueTask<long> RevisionAsync(CancellationToken cancellation);

    /// <summary>All products with the prices of a day, in the order in which they were taken in; one without variants is left out.</summary>
    ValueTask<IReadOnlyList<Product>> ProductsAsync(DateOnly today, CancellationToken cancellation);

    /// <summary>Adds products and variants, and brings those that are there up to date; all or nothing.</summary>
    Task SaveAsync(IReadOnlyList<ProductOffer> offers, CancellationToken cancellation);
}

/// <summary>A product with some of its variants.</summary>
/// <param name="Promotion">When its variants' <see cref="Variant.Price"/> holds; outside, their full price does.</param>
internal sealed record ProductOffer(Product Product, Promotion? Promotion = null);

/// <param name="Until">The last day.</param>
internal sealed record Promotion(DateOnly From, DateOnly Until);
