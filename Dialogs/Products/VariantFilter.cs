namespace SupportBot.Dialogs.Products;

/// <summary>Which of a product's variants fit a query.</summary>
internal sealed class VariantFilter(ProductIndex index, ProductQuery query)
{
    private readonly HashSet<string>? labels = query.Size is { } size ? index.LabelsFor(size) : null;

    public bool Fits(Product product)
    {
        if (query.Brand is { } brand && product.Brand != brand)
        {
            return false;
        }

        foreach (Variant variant in product.Variants)
        {
            if (Fits(variant))
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<Variant> Fitting(Product product) => [.. product.Variants.Where(Fits)];

    public bool IsInStock(Product product) => product.Variants.Any(variant => variant.Stock > 0 && Fits(variant));

    public decimal Cheapest(Product product) => product.Variants.Where(Fits).Min(variant => variant.Price);

    private bool Fits(Variant variant) =>
        (query.Colour is null || index.IsColour(variant.Colour, query.Colour))
        && (labels is null || variant.Size is { } size && labels.Contains(size))
        && !(variant.Price < query.PriceFrom)
        && !(variant.Price > query.PriceTo)
        && (!query.OnlyInStock || variant.Stock > 0)
        && (!query.OnlyReduced || variant.FullPrice is not null);
}
