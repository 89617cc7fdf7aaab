using Microsoft.IdentityModel.Protocols;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Channels.BotFramework;

internal static class BotFrameworkServices
{
    public const string AuthorityClient = "authority";
    public const string ConnectorHttp = "connector";

    private const int LongestDocument = 1024 * 1024;

    public static IServiceCollection AddBotFramework(this IServiceCollection services)
    {
        services.AddOptions<BotFrameworkOptions>().BindConfiguration(BotFrameworkOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddClient(AuthorityClient);
        services.AddClient(ConnectorHttp);
        services.AddSingleton<IDocumentRetriever, AuthorityDocuments>();
        services.AddSingleton<ConnectorAuthentication>();
        services.AddSingleton<ServiceHosts>();
        services.AddSingleton<ConnectorResilience>();
        services.AddSingleton<ConnectorTokens>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<IOutboxCarrier, ConnectorCarrier>();
        services.AddSingleton<MessagesRoute>();
        return services;
    }

    public static void MapBotFramework(this WebApplication app)
    {
        MessagesRoute messages = app.Services.GetRequiredService<MessagesRoute>();
        app.MapPost("/api/messages", messages.HandleAsync);
    }

    // Without the factory's loggers: addresses hold ids of conversations and people.
    private static void AddClient(this IServiceCollection services, string name) => services
        .AddHttpClient(name, client =>
        {
            client.Timeout = TimeSpan.FromMinutes(2);
            client.MaxResponseContentBufferSize = LongestDocument;
        })
        .ConfigurePrimaryHttpMessageHandler(Handler)
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .RemoveAllLoggers();

    // A redirect would carry token and message past the check of the host. Idle connections are dropped before the other
    // side drops them: a post into a closed one has an unknown outcome.
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
