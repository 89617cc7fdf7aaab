using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportBot.Dialogs.Orders;
using SupportBot.Shop;
using SupportBot.Shop.Rest;

namespace SupportBot.BotService.Tests.Shop;

public sealed class RestShopTests : ShopContract, IAsyncLifetime
{
    private FakeShopServer server = null!;
    private ServiceProvider services = null!;

    private protected override IShop Shop => services.GetRequiredService<RestShop>();

    public async Task InitializeAsync()
    {
        server = await FakeShopServer.StartAsync();
        services = Services(server.Url, FakeShopServer.Token);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_call_that_fails_in_passing_is_tried_again()
    {
        server.Keep(Ordered.Order("A10-1", OrderStatus.Sent));
        server.Next(503, times: 2);
        Assert.Equal(LookUp.Found, (await Shop.OrderAsync("A10-1", default)).Outcome);
        Assert.Equal(3, server.Calls);
    }

    [Fact]
    public async Task A_shop_that_does_not_answer_in_time_is_unavailable()
    {
        server.NextHangs();
        server.NextHangs();
        server.NextHangs();
        await using ServiceProvider hasty = Services(server.Url, FakeShopServer.Token, TimeSpan.FromSeconds(1.5));
        Assert.Equal(LookUp.Unavailable, (await hasty.GetRequiredService<RestShop>().OrderAsync("A10-1", default)).Outcome);
        Assert.InRange(server.Calls, 2, 3);
    }

    [Fact]
    public async Task An_answer_lost_on_the_way_does_not_change_an_order_twice()
    {
        server.Keep(Ordered.Order("A10-1", OrderStatus.Received));
        OrderChange change = Ordered.Change(OrderChangeKind.Cancel, "A10-1");
        await Shop.ChangeAsync(change, default);
        server.Next(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(ShopOutcome.Done, (await Shop.ChangeAsync(change, default)).Outcome);
        Assert.Equal((1, OrderStatus.Cancelled), (server.Carried, server.Get("A10-1").Status));
    }

    [Fact]
    public async Task A_shop_that_is_down_is_left_alone_for_a_while()
    {
        server.Next(500, times: 50);
        for (int call = 0; call < 10; call++)
        {
            Assert.Equal(ShopOutcome.Unavailable, (await Shop.ChangeAsync(Ordered.Change(OrderChangeKind.Cancel, "A10-1"), default)).Outcome);
        }

        Assert.InRange(server.Calls, 4, 6);
        Assert.False(await Shop.IsHealthyAsync(default));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"number":"A10-1","email":null,"status":"sent","placedAt":"2026-03-01T00:00:00Z","currency":"GBP","lines":[],"charges":null,"shipTo":null}""")]
    [InlineData("""{"number":"A10-1","email":"a@example.com","status":99,"placedAt":"2026-03-01T00:00:00Z","currency":"GBP","lines":[],"charges":{},"shipTo":{}}""")]
    public async Task A_malformed_answer_is_no_order(string body)
    {
        server.Next(200, body);
        Assert.Equal((LookUp.Unavailable, null), await OrderAsync("A10-1"));
    }

    [Fact]
    public async Task An_answer_larger_than_any_order_is_not_read()
    {
        server.Next(200, "\"" + new string('x', 9 * 1024 * 1024) + "\"", times: 3);
        Assert.Equal(LookUp.Unavailable, (await OrderAsync("A10-1")).Outcome);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(302)]
    [InlineData(418)]
    public async Task Any_other_answer_is_told_as_unavailable_and_not_tried_again(int status)
    {
        server.Next(status);
        Assert.Equal(LookUp.Unavailable, (await OrderAsync("A10-1")).Outcome);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public async Task A_wrong_token_opens_nothing()
    {
        server.Keep(Ordered.Order("A10-1", OrderStatus.Received));
        await using ServiceProvider stranger = Services(server.Url, "wrong");
        Assert.Equal(ShopOutcome.Unavailable, (await stranger.GetRequiredService<RestShop>().ChangeAsync(Ordered.Change(OrderChangeKind.Cancel, "A10-1"), default)).Outcome);
        Assert.Equal(0, server.Carried);
    }

    private protected override Task KeepAsync(params Order[] orders)
    {
        server.Keep(orders);
        return Task.CompletedTask;
    }

    private async Task<(LookUp Outcome, Order? Order)> OrderAsync(string number)
    {
        Found<Order> found = await Shop.OrderAsync(number, default);
        return (found.Outcome, found.Value);
    }

    private static ServiceProvider Services(string url, string token, TimeSpan? timeout = null)
    {
        ServiceCollection collection = new();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(Options.Create(new ShopOptions { BaseUrl = url, Token = token, Timeout = timeout ?? TimeSpan.FromSeconds(20) }));
        collection.AddRestShop();
        return collection.BuildServiceProvider();
    }
}
