using SupportBot.Access;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Channels.Sms;

internal static class SmsServices
{
    public static IServiceCollection AddSms(this IServiceCollection services)
    {
        services.AddOptions<SmsOptions>().BindConfiguration(SmsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(SmsGateway.Http);
        services.AddSingleton<SmsGateway>();
        services.AddSecretHolder<SmsConversations>();
        services.AddSingleton<SmsCaller>();
        services.AddSingleton<IOutboxCarrier, SmsReplies>();
        return services;
    }
}
