using SupportBot.Access;
using SupportBot.Conversations.Outbox;
using SupportBot.Operation;

namespace SupportBot.Tickets;

internal static class TicketServices
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddOptions<TicketOptions>().BindConfiguration(TicketOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDocuments(TicketsJson.Default);
        services.AddSingleton<TicketDesk>();
        services.AddSingleton<IOutboxCarrier, TicketCarrier>();
        services.AddSingleton<TicketTeller>();
        services.AddSingleton<TicketTicker>();
        services.AddHostedService(provider => provider.GetRequiredService<TicketTicker>());
        return services;
    }

    public static void MapTickets(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder tickets = routes.MapGroup("/api/tickets").WithTags("Tickets").RequirePermission(Permission.TicketsRead);
        tickets.MapTicketOverview();
        tickets.MapTicketFiles();
        tickets.MapTicketMoves();
    }
}
