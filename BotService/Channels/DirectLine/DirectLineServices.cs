using Microsoft.Extensions.Options;
using SupportBot.Access;

namespace SupportBot.Channels.DirectLine;

internal static class DirectLineServices
{
    public const string Cors = "directline";
    public const string SessionCors = "directline-session";

    public static IServiceCollection AddDirectLine(this IServiceCollection services)
    {
        services.AddOptions<DirectLineOptions>().BindConfiguration(DirectLineOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSecretHolder<DirectLineTokens>();
        services.AddSingleton<DirectLineGate>();
        services.AddSingleton<Widget.WidgetDoor>();
        services.AddSingleton<IncomingActivity>();
        services.AddSingleton<SocketRegistry>();
        services.AddHostedService(provider => provider.GetRequiredService<SocketRegistry>());
        services.AddCors();
        services.AddOptions<Microsoft.AspNetCore.Cors.Infrastructure.CorsOptions>().Configure<IOptions<DirectLineOptions>>((cors, directLine) =>
        {
            cors.AddPolicy(Cors, policy => policy.SetIsOriginAllowed(directLine.Value.Allows).AllowAnyHeader().AllowAnyMethod().SetPreflightMaxAge(TimeSpan.FromHours(2)));
            cors.AddPolicy(SessionCors, policy => policy.SetIsOriginAllowed(directLine.Value.Allows).AllowAnyHeader().AllowAnyMethod().AllowCredentials());
        });
        return services;
    }

    public static void MapDirectLine(this WebApplication app)
    {
        RouteGroupBuilder directLine = app.MapGroup("/v3/directline").RequireCors(Cors);
        directLine.MapStream();
        directLine.MapGroup("").AddEndpointFilter<RouteGroupBuilder, DirectLineGate>().MapGated();
        app.MapFiles();
    }

    private static void MapGated(this RouteGroupBuilder gated)
    {
        gated.MapTokens();
        gated.MapConversations();
        gated.MapActivities();
        gated.MapUpload();
    }
}
