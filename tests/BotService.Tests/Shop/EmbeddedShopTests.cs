using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.BotService.Tests.Storage;
using SupportBot.Dialogs.Orders;
using SupportBot.Shop;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Shop;

public sealed class EmbeddedShopTests : ShopContract, IAsyncLifetime, IDisposable
{
    private readonly SqliteBench bench = new();
    private readonly ManualTime time = new();
    private readonly SqliteOrderStore orders;
    private readonly SqliteProductStore products;
    private readonly LiveArticles articles;

    public EmbeddedShopTests()
    {
        articles = new LiveArticles(
            Options.Create(new ArticleOptions { Directory = TestStore.Directory }),
            Options.Create(new DataOptions()),
            new SqliteArticleStore(bench.Reads, bench.Commits, time),
            time,
            NullLogger<LiveArticles>.Instance);
        orders = new SqliteOrderStore(bench.Reads, bench.Commits, time);
        products = new SqliteProductStore(bench.Reads, bench.Commits);
        Shop = new EmbeddedShop(products, orders, new StorePolicy(articles, time));
    }

    private protected override IShop Shop { get; }

    public async Task InitializeAsync()
    {
        await articles.LoadAsync(default);
        await products.SaveAsync([Ordered.Offer("mug", Ordered.Variant("MUG-1", 3)), Ordered.Offer("hat", Ordered.Variant("HAT-1", 0), Ordered.Variant("HAT-2", 5))], default);
    }

    [Fact]
    public async Task What_is_cancelled_goes_back_on_the_shelf_and_what_is_exchanged_for_is_set_aside()
    {
        await KeepAsync(Ordered.Order("A10-1", OrderStatus.Received), Ordered.Order("A10-2", OrderStatus.Delivered));
        await Shop.ChangeAsync(Ordered.Change(OrderChangeKind.Cancel, "A10-1"), default);
        await Shop.ChangeAsync(Ordered.Change(OrderChangeKind.Exchange, "A10-2"), default);
        Assert.Equal([5, 1, 4], (await Shop.ProductsAsync(default)).Value!.SelectMany(product => product.Variants).Select(variant => variant.Stock));
    }

    [Fact]
    public async Task A_refund_is_what_the_goods_cost_less_what_sending_them_back_does()
    {
        await KeepAsync(Ordered.Order("A10-1", OrderStatus.Delivered), Ordered.Order("A10-2", OrderStatus.Delivered));
        await Shop.ChangeAsync(Ordered.Change(OrderChangeKind.Return, "A10-1"), default);
        await Shop.ChangeAsync(Ordered.Change(OrderChangeKind.Return, "A10-2") with { Skus = ["HAT-1"] }, default);

        // £40 with £4 off and £3.95 delivery: all of it with delivery, or the hat with its half of the discount.
        Assert.Equal(39.95m, (await Shop.OrderAsync("A10-1", default)).Value!.Refund!.Amount);
        Assert.Equal(18m, (await Shop.OrderAsync("A10-2", default)).Value!.Refund!.Amount);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => bench.Dispose();

    private protected override Task KeepAsync(params Order[] kept) => orders.SaveAsync(kept, default);
}
