using Microsoft.Extensions.Options;
using SupportBot.Conversations.Outbox;
using SupportBot.Shop.Demo;
using SupportBot.Shop.Rest;

namespace SupportBot.Shop;

internal static class ShopServices
{
    public static IServiceCollection AddShop(this IServiceCollection services)
    {
        services.AddCatalogue();
        services.AddSingleton<ShopNews>();
        services.AddSingleton<RestockTeller>();
        services.AddSingleton<IOutboxCarrier, OrderChangeCarrier>();
        services.AddHostedService<CatalogueWatch>();
        return services;
    }

    /// <summary>What commands need of it too: the shop, and what it sells.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddOptions<ShopOptions>().BindConfiguration(ShopOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRestShop();
        services.AddSingleton<StorePolicy>();
        services.AddSingleton<EmbeddedShop>();
        services.AddSingleton<IShop>(provider => provider.GetRequiredService<IOptions<ShopOptions>>().Value.IsRemote
            ? provider.GetRequiredService<RestShop>()
            : provider.GetRequiredService<EmbeddedShop>());
        services.AddSingleton<DemoSeed>();
        services.AddSingleton<ShopperOrders>();
        services.AddSingleton<LiveCatalogue>();
        return services;
    }
}
