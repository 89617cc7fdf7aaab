using SupportBot.Conversations.Nodes;
using SupportBot.Conversations.Outbox;
using SupportBot.Conversations.Retention;

namespace SupportBot.Conversations;

internal static class ConversationServices
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddSingleton<ConversationLane>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton<TurnMetrics>();
        services.AddSingleton<TurnsUnderway>();
        services.AddSingleton<TurnRunner>();
        services.AddOptions<NodeOptions>().BindConfiguration(NodeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NodeLease>();
        services.AddSingleton<Heartbeat>();
        services.AddHostedService(provider => provider.GetRequiredService<Heartbeat>());
        services.AddHostedService<PendingTurnSweep>();
        services.AddHostedService<FeedRecheck>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<RetentionSweep>();
        services.AddOutbox();
        return services;
    }
}
