using System.Collections.Frozen;

namespace SupportBot.Dialogs.Products;

/// <summary>All products with what they are found by: the category above them, the words in their names and their qualities.</summary>
internal sealed class ProductIndex
{
    private readonly FrozenDictionary<string, int> byId;
    private readonly FrozenDictionary<string, int> bySku;
    private readonly FrozenDictionary<string, int[]> byCategory;
    private readonly FrozenDictionary<string, int[]> byWord;
    private readonly FrozenDictionary<string, string> within;
    private readonly string[] sizes;
    private readonly int[] everything;

    public ProductIndex(IReadOnlyList<Product> products, IReadOnlyList<IReadOnlyCollection<string>> words, IReadOnlyList<CatalogueTerm> colours)
    {
        Products = products;
        everything = [.. Enumerable.Range(0, products.Count)];
        byId = everything.ToFrozenDictionary(at => products[at].Id, StringComparer.Ordinal);
        bySku = everything.SelectMany(at => products[at].Variants, (at, variant) => (variant.Sku, at)).DistinctBy(pair => pair.Sku).ToFrozenDictionary(pair => pair.Sku, pair => pair.at, StringComparer.Ordinal);
        byCategory = Grouped(everything.SelectMany(at => Above(products[at].Category), (at, key) => (key, at)));
        byWord = Grouped(everything.SelectMany(at => words[at], (at, word) => (word, at)));
        within = colours.Where(colour => colour.Within is not null).ToFrozenDictionary(colour => colour.Key, colour => colour.Within ?? "", StringComparer.Ordinal);
        sizes = [.. products.SelectMany(product => product.Variants).Select(variant => variant.Size).OfType<string>().Distinct()];
    }

    public IReadOnlyList<Product> Products { get; }

    public static bool Contains(string wider, string category) =>
        category.StartsWith(wider, StringComparison.Ordinal) && (category.Length == wider.Length || category[wider.Length] == '/');

    public static string Root(string category) => category.Split('/', 2)[0];

    public Product? Get(string id) => byId.TryGetValue(id, out int at) ? Products[at] : null;

    public Product? OfSku(string sku) => bySku.TryGetValue(sku, out int at) ? Products[at] : null;

    /// <summary>The products a query may find by what they are; their variants are still to be looked at.</summary>
    public ReadOnlySpan<int> Candidates(ProductQuery query)
    {
        if (query.ProductId is { } id)
        {
            return byId.TryGetValue(id, out int at) ? everything.AsSpan(at, 1) : [];
        }

        return query.Category is null ? everything : byCategory.GetValueOrDefault(query.Category, []);
    }

    public ReadOnlySpan<int> WithWord(string word) => byWord.GetValueOrDefault(word, []);

    /// <summary>The more products have a word, the less it tells.</summary>
    public float WeightOf(string word) => byWord.TryGetValue(word, out int[]? found) ? MathF.Log(1 + ((float)everything.Length / found.Length)) : 0;

    /// <summary>The labels in the catalogue that a size asked for stands for.</summary>
    public HashSet<string> LabelsFor(string size) => [.. sizes.Where(label => ShoeSizes.Fits(size, label))];

    public bool HasSize(string category, string label) =>
        byCategory.GetValueOrDefault(category, []).Any(at => Products[at].Variants.Any(variant => variant.Size == label));

    public bool IsColour(string? colour, string asked)
    {
        while (colour is not null && colour != asked)
        {
            colour = within.GetValueOrDefault(colour);
        }

        return colour is not null;
    }

    private static IEnumerable<string> Above(string category)
    {
        for (int end = category.IndexOf('/', StringComparison.Ordinal); end >= 0; end = category.IndexOf('/', end + 1))
        {
            yield return category[..end];
        }

        yield return category;
    }

    private static FrozenDictionary<string, int[]> Grouped(IEnumerable<(string Key, int At)> pairs) =>
        pairs.GroupBy(pair => pair.Key, pair => pair.At, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal);
}
