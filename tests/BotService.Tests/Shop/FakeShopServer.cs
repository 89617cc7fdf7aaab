using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupportBot.Dialogs.Orders;
using SupportBot.Shop;
using SupportBot.Shop.Rest;

namespace SupportBot.BotService.Tests.Shop;

/// <summary>A store's own shop behind the contract of <c>docs/shop-api.yaml</c>, over real HTTP: it does what a shop does, or answers as the test says.</summary>
public sealed class FakeShopServer : IAsyncDisposable
{
    public const string Token = "shop-token";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> scripted = new();
    private readonly ConcurrentDictionary<string, (string Body, ChangeAnswer Answer)> changes = new();
    private readonly ConcurrentDictionary<string, Order> orders = new();
    private int calls;

    private FakeShopServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>Every call that reached it.</summary>
    public int Calls => calls;

    /// <summary>How often a change was really carried out.</summary>
    public int Carried { get; private set; }

    internal OrderRules Rules { get; } = new();

    public static async Task<FakeShopServer> StartAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        FakeShopServer shop = new(builder.Build());
        shop.app.Run(shop.AnswerAsync);
        await shop.app.StartAsync();
        return shop;
    }

    internal void Keep(params Order[] kept)
    {
        foreach (Order order in kept)
        {
            orders[order.Number] = order;
        }
    }

    internal Order Get(string number) => orders[number];

    /// <summary>The next call that is not scripted yet is answered so.</summary>
    public void Next(Func<HttpContext, Task> answer) => scripted.Enqueue(answer);

    public void Next(int status, string body = "", int times = 1)
    {
        for (int time = 0; time < times; time++)
        {
            Next(context =>
            {
                context.Response.StatusCode = status;
                return context.Response.WriteAsync(body);
            });
        }
    }

    public void NextHangs() => Next(async context =>
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        if (scripted.TryDequeue(out Func<HttpContext, Task>? answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = context.Request.Headers.Authorization == $"Bearer {Token}" ? 200 : 401;
        Task reply = (context.Request.Method, context.Request.Path.Value?.Split('/')) switch
        {
            _ when context.Response.StatusCode == 401 => Task.CompletedTask,
            ("GET", [_, "health"]) => Task.CompletedTask,
            ("GET", [_, "products"]) => WriteProductsAsync(context),
            ("GET", [_, "orders", var number]) when orders.TryGetValue(number, out Order? order) => WriteAsync(context, order),
            ("GET", [_, "customers", var id, "orders"]) => WriteAsync(context, new OrderList([.. orders.Values.Where(order => order.CustomerId == id).OrderByDescending(order => order.PlacedAt)])),
            ("POST", [_, "changes"]) => ChangeAsync(context),
            _ => MissingAsync(context),
        };
        await reply;
    }

    // Two pages, so that the cursor is followed.
    private static Task WriteProductsAsync(HttpContext context) => context.Request.Query["cursor"] == ""
        ? WriteAsync(context, new ProductPage([Ordered.Offer("mug", Ordered.Variant("MUG-1", 3)).Product], "2"))
        : WriteAsync(context, new ProductPage([Ordered.Offer("hat", Ordered.Variant("HAT-1", 0), Ordered.Variant("HAT-2", 5)).Product]));

    private async Task ChangeAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        string body = await reader.ReadToEndAsync();
        OrderChange change = JsonSerializer.Deserialize(body, RestShopJson.Strict.OrderChange)!;
        string key = Uri.UnescapeDataString(context.Request.Headers["Idempotency-Key"].ToString());
        Assert.Equal(change.Key, key);
        if (changes.TryGetValue(key, out (string Body, ChangeAnswer Answer) earlier))
        {
            context.Response.StatusCode = earlier.Body == body ? 200 : 409;
            await (earlier.Body == body ? WriteAsync(context, earlier.Answer) : Task.CompletedTask);
            return;
        }

        if (!orders.TryGetValue(change.OrderNumber!, out Order? order))
        {
            await MissingAsync(context);
            return;
        }

        OrderEdit edit = OrderEdits.Of(order, change, change.WantedSku == "HAT-2" ? 5 : 0, Rules, Ordered.Noon);
        orders[order.Number] = edit.After ?? order;
        Carried++;
        ChangeAnswer answer = new(edit.Result.Outcome == ShopOutcome.Done, edit.Result.Reference, edit.Result.Outcome == ShopOutcome.Done ? null : edit.Result.Rule);
        changes[key] = (body, answer);
        await WriteAsync(context, answer);
    }

    private static Task MissingAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static Task WriteAsync<T>(HttpContext context, T document) =>
        context.Response.WriteAsync(JsonSerializer.Serialize(document, RestShopJson.Strict.Options));
}
