using SupportBot.Conversations.Outbox;

namespace SupportBot.Outreach.Reminders;

internal static class ReminderServices
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddOptions<ReminderOptions>().BindConfiguration(ReminderOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IOutboxCarrier, ReminderCarrier>();
        services.AddSingleton<IOutboxCarrier, AwayCarrier>();
        services.AddHostedService<ReminderTeller>();
        return services;
    }
}
