using Microsoft.AspNetCore.Authentication;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Access;

internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ShopperIdentityOptions>().BindConfiguration(ShopperIdentityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<VisitorLimits>();
        services.AddSecretHolder<VisitorAddress>();
        services.AddSecretHolder<ShopperIdentityTokens>();
        services.AddStaff();
        services.AddDocuments(StaffJson.Default);
        services.AddSingleton<FactorSeal>();
        services.AddHostedService<FactorSealing>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<StaffSignIn>();
        services.AddSingleton<StaffSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<StaffSessions>());
        services.AddSingleton<FirstAdministrator>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstAdministrator>());

        // Not AddAuthentication: it would also keep keys of each node in a home folder, for cookies that nothing here seals.
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, StaffSessionHandler>(StaffSessionHandler.Name, null);
        services.AddAuthorization();
        return services;
    }

    /// <summary>What commands need of it too.</summary>
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StaffPasswords>();
        services.AddSingleton<StaffAccounts>();
        return services;
    }

    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder staff = routes.MapGroup("/api/staff").WithTags("Staff");
        staff.MapSignIn();
        staff.MapOwnAccount();
        staff.MapSecondFactor();
        staff.MapSessions();
        staff.MapUsers();
        staff.MapAudit();
    }
}
