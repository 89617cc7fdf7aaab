using SupportBot.Conversations.Outbox;

namespace SupportBot.Conversations;

internal static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<ConversationLane>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton<DeskSignals>();
        services.AddSingleton<TurnMetrics>();
        services.AddSingleton<TurnRunner>();
        services.AddHostedService<PendingTurnSweep>();
        services.AddHostedService<FeedRecheck>();
        services.AddOutbox();
        return services;
    }
}
