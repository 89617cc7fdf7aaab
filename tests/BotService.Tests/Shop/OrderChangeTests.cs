using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;
using SupportBot.Dialogs;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;
using SupportBot.Shop;

namespace SupportBot.BotService.Tests.Shop;

/// <summary>Changes on their way: from the outbox through the shop to the shopper's news, in either shop.</summary>
public sealed class OrderChangeTests(DemoService demo) : IClassFixture<DemoService>
{
    [Theory]
    [InlineData("en", "is cancelled")]
    [InlineData("zh", "已取消")]
    public async Task The_shopper_hears_once_that_it_is_done(string locale, string words)
    {
        (Visitor visitor, string number) = await OwnerAsync(demo.Running, OrderStatus.Received);
        OrderChange change = Ordered.Change(OrderChangeKind.Cancel, number) with { Locale = locale };
        await CarryAsync(demo.Running, visitor, change);
        await HeardAsync(visitor, words);
        Assert.Equal(OrderStatus.Cancelled, (await demo.Running.Get<IOrderStore>().FindAsync(number, default))!.Status);

        // A worker that crashed before it could settle the row would send it again.
        await CarryAsync(demo.Running, visitor, change);
        await UntilSettledAsync(demo.Running);
        Assert.Single(await visitor.ReadAsync(), activity => TextOf(activity).Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_is_explained()
    {
        (Visitor visitor, string number) = await OwnerAsync(demo.Running, OrderStatus.Packing);
        await CarryAsync(demo.Running, visitor, Ordered.Change(OrderChangeKind.Cancel, number) with { Locale = "zh" });
        await HeardAsync(visitor, "已经打包");
    }

    [Fact]
    public async Task A_conversation_that_has_not_proved_the_order_changes_nothing()
    {
        Visitor stranger = await demo.Running.VisitAsync();
        string number = "X-" + stranger.ConversationId;
        await demo.Running.Get<IOrderStore>().SaveAsync([Ordered.Order(number, OrderStatus.Received, "C-ada")], default);
        await CarryAsync(demo.Running, stranger, Ordered.Change(OrderChangeKind.Cancel, number));
        await HeardAsync(stranger, "could not confirm");
        Assert.Equal(OrderStatus.Received, (await demo.Running.Get<IOrderStore>().FindAsync(number, default))!.Status);
    }

    [Fact]
    public async Task Whoever_waits_for_something_is_told_once_when_it_is_back()
    {
        Product product = demo.Running.Get<LiveCatalogue>().Products.First(product => product.Variants.Any(variant => variant.Stock == 0));
        Variant gone = product.Variants.First(variant => variant.Stock == 0);
        Visitor visitor = await demo.Running.VisitAsync();
        await CarryAsync(demo.Running, visitor, new OrderChange { Key = $"notice {visitor.ConversationId}", Kind = OrderChangeKind.RestockNotice, WantedSku = gone.Sku, Locale = "en" });
        await HeardAsync(visitor, "as soon as");

        await demo.Running.Get<IProductStore>().SaveAsync([new ProductOffer(product with { Variants = [gone with { Stock = 4 }] })], default);
        await HeardAsync(visitor, "is back in stock");
        await demo.Running.Get<RestockTeller>().TellAsync(default);
        Assert.Single(await visitor.ReadAsync(), activity => TextOf(activity).Contains("is back in stock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shop_that_is_down_is_told_honestly_and_the_outcome_later()
    {
        await using FakeShopServer shop = await FakeShopServer.StartAsync();
        await using RunningService service = await WithShopAsync(shop, "20");
        (Visitor visitor, string number) = await OwnerAsync(service, OrderStatus.Received, shop);
        shop.Next(503, times: 4);
        await CarryAsync(service, visitor, Ordered.Change(OrderChangeKind.Cancel, number));
        await HeardAsync(visitor, "keep trying");
        await HeardAsync(visitor, "is cancelled");
        Assert.Single(await visitor.ReadAsync(), activity => TextOf(activity).Contains("keep trying", StringComparison.Ordinal));
        Assert.Equal(1, shop.Carried);
    }

    [Fact]
    public async Task A_change_that_is_given_up_is_told_too()
    {
        await using FakeShopServer shop = await FakeShopServer.StartAsync();
        await using RunningService service = await WithShopAsync(shop, "2");
        (Visitor visitor, string number) = await OwnerAsync(service, OrderStatus.Received, shop);
        shop.Next(503, times: 100);
        await CarryAsync(service, visitor, Ordered.Change(OrderChangeKind.Cancel, number) with { Locale = "zh" });
        await HeardAsync(visitor, "没有");
        Assert.Equal(0, shop.Carried);
    }

    [Fact]
    public async Task Turns_see_the_stores_own_shop()
    {
        await using FakeShopServer shop = await FakeShopServer.StartAsync();
        await using RunningService service = await WithShopAsync(shop, "2");
        LiveCatalogue catalogue = service.Get<LiveCatalogue>();
        await Visitor.UntilAsync(() => Task.FromResult(catalogue.Products.Count), count => count == 2);
        shop.Keep(Ordered.Order("A10-5", OrderStatus.Sent));
        Conversation conversation = new("c", "directline", "dl_u", 0, 0, Owner.Bot, null, null);
        IOrders orders = await service.Get<ShopperOrders>().ForAsync(conversation, default);
        Assert.Equal(LookUp.Found, (await orders.FindAsync("A10-5", "020 7946 0123", default)).Outcome);
        shop.Next(500, times: 100);
        Assert.Equal(LookUp.Unavailable, (await orders.FindAsync("A10-5", "020 7946 0123", default)).Outcome);
    }

    private static Task<RunningService> WithShopAsync(FakeShopServer shop, string attempts) => RunningService.StartAsync(
        null, "--Shop:BaseUrl", shop.Url, "--Shop:Token", FakeShopServer.Token, "--Shop:BreakFor", "00:00:00.500", "--Outbox:FirstRetry", "00:00:00.100", "--Outbox:LongestRetry", "00:00:01", "--Outbox:MaxAttempts", attempts);

    private static async Task<(Visitor Visitor, string Number)> OwnerAsync(RunningService service, OrderStatus status, FakeShopServer? shop = null)
    {
        Visitor visitor = await service.VisitAsync();
        Order order = Ordered.Order("A10" + visitor.ConversationId.ToUpperInvariant(), status);
        shop?.Keep(order);
        await service.Get<IOrderStore>().SaveAsync([order], default);
        await service.Get<IOrderProofs>().GrantAsync(visitor.ConversationId, order.Number, default);
        return (visitor, order.Number);
    }

    private static async Task CarryAsync(RunningService service, Visitor visitor, OrderChange change)
    {
        NewMessage said = StoredActivity.ToMessage(new Activity { Type = ActivityTypes.Message, Text = "I pass it on." }, Sender.Bot);
        byte[] payload = JsonSerializer.SerializeToUtf8Bytes(change, EffectJson.Default.OrderChange);
        await service.Get<TurnRunner>().ReceiveAsync(new Append { ConversationId = visitor.ConversationId, Messages = [said], Outbox = [new OutboxItem(EffectWork.ChangeOrder, 0, payload)] }, default);
        service.Get<OutboxSignal>().Wake();
    }

    private static Task<JsonElement[]> HeardAsync(Visitor visitor, string words) =>
        Visitor.UntilAsync(async () => await visitor.ReadAsync(), activities => activities.Any(activity => TextOf(activity).Contains(words, StringComparison.Ordinal)));

    private static Task<int> UntilSettledAsync(RunningService service) => Visitor.UntilAsync(
        async () => (await service.Get<IOutboxStore>().ListAsync(OutboxStatus.Due, 10, default)).Count + (await service.Get<IOutboxStore>().ListAsync(OutboxStatus.Sending, 10, default)).Count,
        open => open == 0);

    private static string TextOf(JsonElement activity) => activity.TryGetProperty("text", out JsonElement text) ? text.GetString() ?? "" : "";
}
