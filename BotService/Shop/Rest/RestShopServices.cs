using Microsoft.Extensions.Options;

namespace SupportBot.Shop.Rest;

internal static class RestShopServices
{
    public const string Client = "shop";

    // A page of 500 products; an order is some kilobytes.
    private const int LongestDocument = 8 * 1024 * 1024;

    // Without the factory's loggers: addresses hold order numbers and customers' ids.
    public static void AddRestShop(this IServiceCollection services)
    {
        services.AddHttpClient(Client, (provider, client) =>
        {
            ShopOptions options = provider.GetRequiredService<IOptions<ShopOptions>>().Value;
            client.BaseAddress = new Uri(options.BaseUrl.TrimEnd('/') + "/");
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.MaxResponseContentBufferSize = LongestDocument;
            client.DefaultRequestHeaders.Authorization = options.Token.Length > 0 ? new("Bearer", options.Token) : null;
        })
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            // A redirect would carry the token to another host.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(3),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();
        services.AddSingleton<ShopResilience>();
        services.AddSingleton<RestShop>();
    }
}
