using SupportBot.Conversations;

namespace SupportBot.Channels;

internal static class ChannelServices
{
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddSingleton<BotAccount>();
        services.AddSingleton<ConversationAddresses>();
        services.AddSingleton<ProactiveMessages>();
        services.AddTurnInputs();
        services.AddSingleton<ITurnTaker, ActivityTurn>();
        return services;
    }
}
