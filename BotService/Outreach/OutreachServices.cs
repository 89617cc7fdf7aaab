using SupportBot.Conversations.Outbox;
using SupportBot.Outreach.Carriers;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Jobs;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Sending;
using SupportBot.Outreach.Triggers;

namespace SupportBot.Outreach;

internal static class OutreachServices
{
    public static IServiceCollection AddOutreach(this IServiceCollection services)
    {
        services.AddOptions<OutreachOptions>().BindConfiguration(OutreachOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EmailOptions>().BindConfiguration(EmailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SmsOptions>().BindConfiguration(SmsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IOutboxCarrier, ConsentCarrier>();
        services.AddSingleton<PreferenceLinks>();
        services.AddHttpClient(SmsCarrier.Http);
        services.AddSingleton<IReachCarrier, EmailCarrier>();
        services.AddSingleton<IReachCarrier, SmsCarrier>();
        services.AddSingleton<CampaignHome>();
        services.AddSingleton<CampaignPlanner>();
        services.AddSingleton<CampaignEnd>();
        services.AddSingleton<EventIntake>();
        services.AddSingleton<Reasons>();
        services.AddSingleton<Composer>();
        services.AddSingleton<Forbearance>();
        services.AddSingleton<ChatSending>();
        services.AddSingleton<OutsideSending>();
        services.AddSingleton<CampaignSender>();
        services.AddOutreachJobs();
        return services;
    }

    public static void MapOutreach(this IEndpointRouteBuilder routes)
    {
        routes.MapPreferences();
    }
}
