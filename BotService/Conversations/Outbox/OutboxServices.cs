using SupportBot.Operation;

namespace SupportBot.Conversations.Outbox;

internal static class OutboxServices
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDocuments(OutboxDocuments.Default);
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxMetrics>();
        services.AddSingleton<OutboxAttempt>();
        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
