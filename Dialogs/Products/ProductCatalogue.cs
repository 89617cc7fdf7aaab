namespace SupportBot.Dialogs.Products;

/// <summary>The store's products at one moment, learned from themselves and the store's words. Immutable and safe from many threads.</summary>
public sealed class ProductCatalogue : ICatalogue
{
    private readonly CatalogueWords words;
    private readonly ProductIndex index;
    private readonly ProductSearch search;
    private readonly QueryReader reader;

    private ProductCatalogue(CatalogueWords words, ProductIndex index, Vocabulary vocabulary)
    {
        this.words = words;
        this.index = index;
        search = new ProductSearch(index);
        reader = new QueryReader(vocabulary, index, query => search.Search(query, 1).Hits is [{ } first, ..] ? first : null);
    }

    public IReadOnlyList<Product> Products => index.Products;

    /// <param name="products">In the order in which equally good ones are shown.</param>
    /// <param name="words">What shoppers call categories, colours and qualities.</param>
    public static ProductCatalogue Build(IReadOnlyList<Product> products, CatalogueWords words)
    {
        CatalogueLessons lessons = new(products, words);
        return new ProductCatalogue(words, new ProductIndex(products, lessons.WordsOf, words.Colours), lessons.Vocabulary);
    }

    public ProductQuery? Read(string text, string locale, ProductQuery? previous) => reader.Read(text, previous);

    public ProductHits Search(ProductQuery query, string locale, int limit) => search.Search(query, limit);

    public Product? Get(string id) => index.Get(id);

    public Product? OfSku(string sku) => index.OfSku(sku);

    public string ColourName(string key, string locale) => words.Show(words.Colours, key, locale);

    public string CategoryName(string key, string locale) => words.Show(words.Categories, key, locale);
}
