using Microsoft.Extensions.Options;
using SupportBot.Articles;

namespace SupportBot.Shop.Demo;

/// <summary>Fills an empty embedded shop with the demo store's products and orders, once.</summary>
internal sealed partial class DemoSeed(
    IProductStore products,
    IOrderStore orders,
    StorePolicy policy,
    IOptions<ShopOptions> shop,
    IOptions<ArticleOptions> articles,
    TimeProvider time,
    ILogger<DemoSeed> logger)
{
    private const int Seed = 20_391;

    /// <summary>Whether the embedded shop is the demo store's.</summary>
    public bool IsDemo => !shop.Value.IsRemote && (shop.Value.Demo ?? articles.Value.Directory is null);

    public async Task SeedAsync(CancellationToken cancellation)
    {
        // A shop that was ever filled is its owner's.
        if (!IsDemo || await products.RevisionAsync(cancellation) > 0)
        {
            return;
        }

        long started = time.GetTimestamp();
        IReadOnlyList<DemoProduct> made = new DemoProducts(Seed, policy.Today).Make();
        await orders.SaveAsync(new DemoOrders(Seed, made, policy.Now).Make(), cancellation);

        // Last, because the catalogue's revision is the mark that it was done.
        await products.SaveAsync([.. made.Select(product => product.Offer)], cancellation);
        Seeded(logger, made.Count, DemoOrders.Count, (long)time.GetElapsedTime(started).TotalMilliseconds);
    }

    [LoggerMessage(LogLevel.Information, "The demo shop has {Products} products and {Orders} orders, made in {Milliseconds} ms")]
    private static partial void Seeded(ILogger logger, int products, int orders, long milliseconds);
}
