using SupportBot.Access;
using SupportBot.Operation;

namespace SupportBot.Customers;

internal static class CustomerServices
{
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddErasures();
        services.AddDocuments(CustomersJson.Default);
        services.AddSingleton<CustomerCards>();
        services.AddSingleton<CustomerExport>();
        services.AddHostedService(provider => provider.GetRequiredService<Erasures>());
        services.AddSingleton<CustomerIndexer>();
        services.AddHostedService(provider => provider.GetRequiredService<CustomerIndexer>());
        services.AddSingleton<Blocklist>();
        services.AddHostedService(provider => provider.GetRequiredService<Blocklist>());
        return services;
    }

    /// <summary>What commands need of it too.</summary>
    public static IServiceCollection AddErasures(this IServiceCollection services)
    {
        services.AddOptions<CustomerOptions>().BindConfiguration(CustomerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PhoneNumbers>();
        services.AddSingleton<ErasedKeys>();
        services.AddSingleton<Erasures>();
        return services;
    }

    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder customers = routes.MapGroup("/api/customers").WithTags("Customers").RequirePermission(Permission.CustomersRead);
        customers.MapFiles();
        customers.MapBlocks();
        customers.MapOwnData();
    }
}
