using Microsoft.AspNetCore.Mvc;
using SupportBot.Access;
using SupportBot.Desk.Floor;
using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;
using SupportBot.Desk.Queue;
using SupportBot.Desk.Replies;
using SupportBot.Desk.Search;
using SupportBot.Desk.Shifts;
using SupportBot.Desk.Stream;
using SupportBot.Desk.Suggestions;
using SupportBot.Operation;

namespace SupportBot.Desk;

internal static class DeskServices
{
    private const int LargestBody = 256 * 1024;

    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDocuments(DeskJson.Default);
        services.AddSingleton<StoreClock>();
        services.AddSingleton<Greetings>();
        services.AddSingleton<DeskActions>();
        services.AddSingleton<TypingRoute>();
        services.AddSingleton<FloorSignal>();
        services.AddSingleton<DeskNotices>();
        services.AddSingleton<DeskSockets>();
        services.AddSingleton<WatchedConversations>();
        services.AddHostedService<CannedDefaults>();
        services.AddRunning<DeskFeed>();
        services.AddRunning<PresenceKeeper>();
        services.AddRunning<LiveFloor>();
        services.AddSingleton<OpeningTimes>();
        services.AddSingleton<QueueAnnouncer>();
        services.AddHostedService<QueueWorker>();
        services.AddHostedService<SearchIndexer>();
        services.AddHostedService<JournalTrim>();
        return services;
    }

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder desk = routes.MapGroup("/api/desk").RequirePermission(Permission.DeskRead).WithTags("Desk");
        desk.MapFiles();
        RouteGroupBuilder small = desk.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        small.MapList();
        small.MapConversation();
        small.MapMessages();
        small.MapMoves();
        small.MapPost("/conversations/{id}/typing", (string id, StaffMember member, TypingRoute typing, CancellationToken cancellation) => typing.ShowAsync(id, member, cancellation))
            .RequirePermission(Permission.DeskReply).WithSummary("Show the shopper that their agent is writing");
        small.MapSettings();
        small.MapPresence();
        small.MapCanned();
        small.MapFloor();
        small.MapShifts();
        small.MapSearch();
        small.MapSuggestions();
        small.MapViews();
        small.MapBulk();
        small.MapStream();
    }

    private static void AddRunning<T>(this IServiceCollection services)
        where T : class, IHostedService
    {
        services.AddSingleton<T>();
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }
}
