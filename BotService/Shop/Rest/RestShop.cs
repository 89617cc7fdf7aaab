using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;

namespace SupportBot.Shop.Rest;

/// <summary>The store's own shop over REST, by the contract in <c>docs/shop-api.yaml</c>. Whatever goes wrong on the way is told as unavailable, never guessed.</summary>
internal sealed partial class RestShop(IHttpClientFactory clients, ShopResilience resilience, ILogger<RestShop> logger) : IShop
{
    private const int MostPages = 200;
    private const int PageSize = 500;
    private const string KeyHeader = "Idempotency-Key";

    public async ValueTask<Found<IReadOnlyList<Product>>> ProductsAsync(CancellationToken cancellation)
    {
        List<Product> products = [];
        string? cursor = "";
        for (int page = 0; page < MostPages && cursor is not null; page++)
        {
            Found<ProductPage> found = await GetAsync($"products?limit={PageSize}&cursor={Uri.EscapeDataString(cursor)}", RestShopJson.Strict.ProductPage, cancellation);
            if (found.Value is not { } read)
            {
                return new(LookUp.Unavailable);
            }

            products.AddRange(read.Products.Where(product => product.Variants.Count > 0));
            cursor = read.Next;
        }

        return new(LookUp.Found, products);
    }

    public ValueTask<Found<Order>> OrderAsync(string number, CancellationToken cancellation) =>
        GetAsync($"orders/{Uri.EscapeDataString(number)}", RestShopJson.Strict.Order, cancellation);

    public async ValueTask<Found<IReadOnlyList<Order>>> OrdersOfAsync(string customerId, int limit, CancellationToken cancellation)
    {
        Found<OrderList> found = await GetAsync($"customers/{Uri.EscapeDataString(customerId)}/orders?limit={limit}", RestShopJson.Strict.OrderList, cancellation);
        return found.Outcome switch
        {
            LookUp.Found => new(LookUp.Found, [.. found.Value?.Orders.Take(limit) ?? []]),
            LookUp.NotFound => new(LookUp.Found, []),
            _ => new(found.Outcome),
        };
    }

    public async Task<ShopChange> ChangeAsync(OrderChange change, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await SendAsync(() => Post(change), cancellation);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(response, RestShopJson.Strict.ChangeAnswer, cancellation) is var answer && answer.Done
                    ? new ShopChange(ShopOutcome.Done, answer.Reference)
                    : new ShopChange(ShopOutcome.Refused, answer.Reference, answer.Rule ?? PolicyRule.Incomplete),
                HttpStatusCode.NotFound => new ShopChange(ShopOutcome.NotFound),
                HttpStatusCode.Conflict => new ShopChange(ShopOutcome.Conflict),
                HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => new ShopChange(ShopOutcome.Refused, Rule: PolicyRule.Incomplete),
                _ => Unexpected(response.StatusCode),
            };
        }
        catch (Exception error) when (IsOutside(error, cancellation))
        {
            CallFailed(logger, error.GetType().Name);
            return new ShopChange(ShopOutcome.Unavailable);
        }
    }

    public async ValueTask<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, "health"), cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception error) when (IsOutside(error, cancellation))
        {
            return false;
        }
    }

    private async ValueTask<Found<T>> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class
    {
        try
        {
            using HttpResponseMessage response = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, path), cancellation);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return new(LookUp.NotFound);
            }

            if (response.StatusCode == HttpStatusCode.OK)
            {
                return new(LookUp.Found, await ReadAsync(response, type, cancellation));
            }

            Unexpected(response.StatusCode);
            return new(LookUp.Unavailable);
        }
        catch (Exception error) when (IsOutside(error, cancellation))
        {
            CallFailed(logger, error.GetType().Name);
            return new(LookUp.Unavailable);
        }
    }

    private static HttpRequestMessage Post(OrderChange change)
    {
        HttpRequestMessage request = new(HttpMethod.Post, "changes") { Content = JsonContent.Create(change, RestShopJson.Strict.OrderChange) };
        request.Headers.Add(KeyHeader, Uri.EscapeDataString(change.Key));
        return request;
    }

    // A request can be sent only once, so each try makes its own.
    private async ValueTask<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellation) => await resilience.Pipeline.ExecuteAsync(
        async stop =>
        {
            using HttpClient client = clients.CreateClient(RestShopServices.Client);
            using HttpRequestMessage request = make();
            return await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop);
        },
        cancellation);

    private static async ValueTask<T> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellation)
        where T : class => await response.Content.ReadFromJsonAsync(type, cancellation) ?? throw new JsonException("The document is null.");

    private static bool IsOutside(Exception error, CancellationToken cancellation) =>
        error is HttpRequestException or JsonException or TimeoutRejectedException or BrokenCircuitException
        || error is OperationCanceledException && !cancellation.IsCancellationRequested;

    private ShopChange Unexpected(HttpStatusCode status)
    {
        AnswerUnexpected(logger, (int)status);
        return new ShopChange(ShopOutcome.Unavailable);
    }

    [LoggerMessage(LogLevel.Warning, "The shop could not be asked: {Failure}")]
    private static partial void CallFailed(ILogger logger, string failure);

    [LoggerMessage(LogLevel.Warning, "The shop answered HTTP {Status}. Check Shop:BaseUrl and Shop:Token")]
    private static partial void AnswerUnexpected(ILogger logger, int status);
}
