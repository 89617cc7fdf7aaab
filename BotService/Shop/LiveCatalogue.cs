using SupportBot.Articles;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;

namespace SupportBot.Shop;

/// <summary>The catalogue in service. Changed products are learned in the background and swapped in whole; questions are answered meanwhile.</summary>
internal sealed partial class LiveCatalogue(IShop shop, LiveArticles articles, TimeProvider time, ILogger<LiveCatalogue> logger)
{
    private ProductCatalogue current = ProductCatalogue.Build([], new CatalogueWords());

    public ICatalogue Current => current;

    public IReadOnlyList<Product> Products => current.Products;

    /// <summary>Reads and learns all products anew; when the shop does not answer, the last ones stay in service.</summary>
    /// <returns>Whether the shop answered.</returns>
    public async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        Found<IReadOnlyList<Product>> found = await shop.ProductsAsync(cancellation);
        if (found.Value is not { } products)
        {
            NotLoaded(logger);
            return false;
        }

        (CatalogueWords words, ArticleProblem? problem) = CatalogueWordsFile.Load(CatalogueWordsFile.PathIn(articles.Source));
        if (problem is not null)
        {
            WordsBroken(logger, problem.ToString());
        }

        current = ProductCatalogue.Build(products, words);
        Loaded(logger, products.Count, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return true;
    }

    [LoggerMessage(LogLevel.Information, "{Count} products in service, learned in {Milliseconds} ms")]
    private static partial void Loaded(ILogger logger, int count, long milliseconds);

    [LoggerMessage(LogLevel.Warning, "The shop does not tell its products; the last ones stay in service")]
    private static partial void NotLoaded(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "{Problem}")]
    private static partial void WordsBroken(ILogger logger, string problem);
}
