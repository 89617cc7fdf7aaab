namespace SupportBot.Access;

internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ShopperIdentityOptions>().BindConfiguration(ShopperIdentityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<VisitorLimits>();
        services.AddSingleton<VisitorAddress>();
        services.AddSingleton<ShopperIdentityTokens>();
        return services;
    }
}
