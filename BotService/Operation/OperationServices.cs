using Microsoft.Extensions.Options;
using SupportBot.Operation.Installation;

namespace SupportBot.Operation;

internal static class OperationServices
{
    public static IServiceCollection AddOperation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddExceptionHandler<FailureHandler>();
        services.AddProblemDetails();
        services.AddApiJson();
        services.AddOpenApi();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOptions<DrainOptions>().BindConfiguration(DrainOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services.AddHostedService<RestoredCopy>();
        services.AddHealth();
        services.AddPages();
        services.AddTrustedProxies();
        services.AddTelemetry(configuration);
        return services;
    }

    /// <summary>One shape for everything that is refused or fails.</summary>
    public static void UseFailureAnswers(this WebApplication app)
    {
        app.UseExceptionHandler();

        // The generated routes answer a query they cannot read with a bare 400.
        app.UseStatusCodePages(context => context.HttpContext.Response.StatusCode == StatusCodes.Status400BadRequest
            ? throw new BadHttpRequestException("A value of the query could not be read.")
            : Task.CompletedTask);
    }

    /// <summary>A node about to stop lets no client keep its connection: a request sent just as it is closed would be left without an answer.</summary>
    public static void UseDrain(this WebApplication app)
    {
        Drain drain = app.Services.GetRequiredService<Drain>();
        app.Use((context, next) =>
        {
            if (drain.IsOn)
            {
                context.Response.Headers.Connection = "close";
            }

            return next(context);
        });
    }

    /// <summary>Limits that hold before any route: sizes, slow senders, and how long a stop may take.</summary>
    public static void BoundServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Every reader of a body has a smaller bound of its own. This one is how much of a refused body is drained, so that
            // a client still sending gets the 413 and not a reset connection.
            kestrel.Limits.MaxRequestBodySize = 128 * 1024 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>((host, drain) => host.ShutdownTimeout = drain.Value.Window + TimeSpan.FromSeconds(20));
    }
}
