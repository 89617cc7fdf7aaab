using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;
using SupportBot.Shop;
using SupportBot.Shop.Demo;

namespace SupportBot.BotService.Tests.Shop;

public sealed class DemoShopTests(DemoService demo) : IClassFixture<DemoService>
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 15, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("Breakwater rain jacket", "防波堤雨衣外套", 128)]
    [InlineData("Fisherman's jumper", "渔夫毛衣", 79)]
    [InlineData("Tideline boots", "潮线雨靴", 58)]
    [InlineData("Quayside tote", "码头托特包", 24)]
    [InlineData("Driftwood lamp", "浮木台灯", 89)]
    [InlineData("Enamel kettle", "珐琅水壶", 42)]
    [InlineData("Pine wool throw", "松林羊毛盖毯", 68)]
    [InlineData("Stoneware mugs, set of two", "粗陶马克杯（两只装）", 22)]
    public void The_products_of_the_demo_page_are_sold_at_its_prices(string english, string chinese, int price)
    {
        Product product = Assert.Single(demo.Running.Get<LiveCatalogue>().Products, product => product.Name["en"] == english);
        Assert.Equal(chinese, product.Name["zh"]);
        Assert.All(product.Variants, variant => Assert.Equal((price, null), (variant.Price, variant.FullPrice)));
    }

    [Fact]
    public async Task There_are_more_than_220_products_and_2000_orders()
    {
        IReadOnlyList<Product> products = demo.Running.Get<LiveCatalogue>().Products;
        Assert.True(products.Count >= 220);
        Assert.Equal(products.Count, products.Select(product => product.Id).Distinct().Count());
        Assert.All(products, product => Assert.True(product.Name.ContainsKey("en") && product.Name.ContainsKey("zh") && product.Variants.Count > 0));
        Assert.NotNull(await demo.Running.Get<IOrderStore>().FindAsync("A10-20391", default));
        Assert.True(await demo.Running.Get<IProductStore>().RevisionAsync(default) > 0);
    }

    [Fact]
    public void The_same_seed_makes_the_same_shop()
    {
        static IReadOnlyList<Order> Make() => new DemoOrders(5, new DemoProducts(5, DateOnly.FromDateTime(Now.DateTime)).Make(), Now).Make();
        Assert.Equivalent(Make().Take(50).ToArray(), Make().Take(50).ToArray(), strict: true);
    }

    [Fact]
    public void Orders_stand_in_every_state_with_sums_and_times_that_fit()
    {
        IReadOnlyList<Order> orders = new DemoOrders(5, new DemoProducts(5, DateOnly.FromDateTime(Now.DateTime)).Make(), Now).Make();
        Assert.Equal(DemoOrders.Count, orders.DistinctBy(order => order.Number).Count());
        Assert.Superset(Enum.GetValues<OrderStatus>().Except([OrderStatus.OutForDelivery]).ToHashSet(), orders.Select(order => order.Status).ToHashSet());
        Assert.InRange(orders.Count(order => order.CustomerId is null), 400, 800);
        Assert.All(orders, order =>
        {
            Charges sum = order.Charges;
            Assert.Equal(sum.Total, sum.Goods - sum.Discount + sum.Delivery + sum.Extras);
            Assert.Equal(sum.Goods, order.Lines.Sum(line => line.UnitPrice * line.Quantity));
            Assert.Equal(order.Timeline.OrderBy(step => step.At), order.Timeline);
            Assert.True(order.Timeline.Count == 0 || order.Timeline[^1].At <= Now);
            Assert.Equal(order.Status >= OrderStatus.Delivered && order.Status != OrderStatus.Cancelled, order.DeliveredAt is not null);
        });
        Order[] shown = [.. orders.Where(order => order.CustomerId == DemoPeople.SignedIn.Id)];
        Assert.Equal(orders.Select(order => order.Status).Distinct().Count(), shown.Select(order => order.Status).Distinct().Count());
    }
}
