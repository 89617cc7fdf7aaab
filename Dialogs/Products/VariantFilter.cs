namespace SupportBot.Dialogs.Products;

/// <summary>Which of a product's variants fit a query. Looked at for every candidate of a large catalogue, so nothing is allocated for it.</summary>
internal sealed class VariantFilter(ProductIndex index, ProductQuery query)
{
    private readonly HashSet<string>? labels = query.Size is { } size ? index.LabelsFor(size) : null;

    public bool Fits(Product product)
    {
        if (query.Brand is { } brand && product.Brand != brand)
        {
            return false;
        }

        for (int at = 0; at < product.Variants.Count; at++)
        {
            if (Fits(product.Variants[at]))
            {
                return true;
            }
        }

        return false;
    }

    public IReadOnlyList<Variant> Fitting(Product product) => [.. product.Variants.Where(Fits)];

    public bool IsInStock(Product product)
    {
        for (int at = 0; at < product.Variants.Count; at++)
        {
            if (product.Variants[at] is { Stock: > 0 } variant && Fits(variant))
            {
                return true;
            }
        }

        return false;
    }

    public decimal Cheapest(Product product)
    {
        decimal cheapest = decimal.MaxValue;
        for (int at = 0; at < product.Variants.Count; at++)
        {
            Variant variant = product.Variants[at];
            cheapest = Fits(variant) && variant.Price < cheapest ? variant.Price : cheapest;
        }

        return cheapest;
    }

    private bool Fits(Variant variant) =>
        (query.Colour is null || index.IsColour(variant.Colour, query.Colour))
        && (labels is null || variant.Size is { } size && labels.Contains(size))
        && !(variant.Price < query.PriceFrom)
        && !(variant.Price > query.PriceTo)
        && (!query.OnlyInStock || variant.Stock > 0)
        && (!query.OnlyReduced || variant.FullPrice is not null);
}
