namespace SupportBot.Channels;

internal static class TurnInputServices
{
    public static IServiceCollection AddTurnInputs(this IServiceCollection services)
    {
        services.AddOptions<HandoffOptions>().BindConfiguration(HandoffOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TurnInputs>();
        return services;
    }
}
