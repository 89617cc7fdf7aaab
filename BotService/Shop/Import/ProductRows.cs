using SupportBot.Dialogs.Products;
using SupportBot.Operation.Rows;

namespace SupportBot.Shop.Import;

/// <summary>Turns rows into products, each row judged by itself: what is wrong is told by line and column, and what is good is kept.</summary>
internal sealed class ProductRows(IReadOnlyDictionary<string, Product> known, string currency)
{
    private readonly Dictionary<string, Product> products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> skus = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<ProductOffer> offers = [];
    private readonly List<RowProblem> problems = [];

    public IReadOnlyList<ProductOffer> Offers => offers;

    public IReadOnlyList<RowProblem> Problems => problems;

    public void Take(FileRow row)
    {
        RowReader reader = new(row);
        string sku = reader.Needed(ProductColumns.Sku);
        string id = reader.Needed(ProductColumns.Product);
        decimal price = reader.Price(ProductColumns.Price, needed: true) ?? 0;
        int stock = reader.Count(ProductColumns.Stock);
        DateOnly? restock = reader.Day(ProductColumns.RestockOn);
        (decimal? sale, Promotion? promotion) = SaleOf(reader, price);
        Product product = ProductOf(row, reader, id);
        if (sku.Length > 0 && !skus.TryAdd(sku, row.Line))
        {
            reader.Wrong(ProductColumns.Sku, $"'{sku}' stands in line {skus[sku]} already. Each SKU may stand once.");
        }

        if (reader.Problems.Count > 0)
        {
            problems.AddRange(reader.Problems);
            return;
        }

        products[id] = product;
        Variant variant = new(sku, reader.Key(ProductColumns.Colour), row[ProductColumns.Size], sale ?? price, sale is null ? null : price, stock, restock);
        offers.Add(new ProductOffer(product with { Variants = [variant] }, promotion));
    }

    // What a row leaves out stays as an earlier row, or the catalogue, has it.
    private Product ProductOf(FileRow row, RowReader reader, string id)
    {
        Product? before = products.GetValueOrDefault(id) ?? known.GetValueOrDefault(id);
        Dictionary<string, string> name = Texts(row, ProductColumns.NameEn, ProductColumns.NameZh, before?.Name);
        if (name.Count == 0 && id.Length > 0)
        {
            reader.Wrong(ProductColumns.NameEn, "A new product needs a name in one language at least: fill name_en or name_zh.");
        }

        string? category = reader.Category(ProductColumns.Category) ?? before?.Category;
        if (category is null && row[ProductColumns.Category] is null)
        {
            reader.Wrong(ProductColumns.Category, "A new product needs a category, such as shoes/running.");
        }

        return new Product
        {
            Id = id,
            Name = name,
            Category = category ?? "",
            Brand = row[ProductColumns.Brand] ?? before?.Brand,
            Description = Texts(row, ProductColumns.DescriptionEn, ProductColumns.DescriptionZh, before?.Description),
            Facts = FactList.Read(row[ProductColumns.FactsEn], row[ProductColumns.FactsZh]) is { Count: > 0 } facts ? facts : before?.Facts ?? [],
            PictureUrl = reader.Address(ProductColumns.Picture) ?? before?.PictureUrl,
            PageUrl = reader.Address(ProductColumns.Page) ?? before?.PageUrl,
            Currency = reader.Currency(ProductColumns.Currency) ?? before?.Currency ?? currency,
            Variants = [],
        };
    }

    private static (decimal? Price, Promotion? Promotion) SaleOf(RowReader reader, decimal price)
    {
        decimal? sale = reader.Price(ProductColumns.SalePrice, needed: false);
        DateOnly? from = reader.Day(ProductColumns.SaleFrom);
        DateOnly? until = reader.Day(ProductColumns.SaleUntil);
        if (sale is null)
        {
            return (null, null);
        }

        if (sale >= price)
        {
            reader.Wrong(ProductColumns.SalePrice, "The reduced price must be lower than the price.");
        }

        if (until < from)
        {
            reader.Wrong(ProductColumns.SaleUntil, "The offer ends before it begins.");
        }

        return (sale, new Promotion(from ?? DateOnly.MinValue, until ?? DateOnly.MaxValue));
    }

    private static Dictionary<string, string> Texts(FileRow row, string en, string zh, IReadOnlyDictionary<string, string>? before)
    {
        Dictionary<string, string> texts = before is null ? [] : new(before);
        foreach ((string locale, string column) in new[] { ("en", en), ("zh", zh) })
        {
            if (row[column] is { } text)
            {
                texts[locale] = text;
            }
        }

        return texts;
    }
}
