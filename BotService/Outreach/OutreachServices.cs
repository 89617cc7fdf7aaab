using SupportBot.Access;
using SupportBot.Conversations.Outbox;
using SupportBot.Operation;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Carriers;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Jobs;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Replies;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Sending;
using SupportBot.Outreach.Templates;
using SupportBot.Outreach.Triggers;

namespace SupportBot.Outreach;

internal static class OutreachServices
{
    public static IServiceCollection AddOutreach(this IServiceCollection services)
    {
        services.AddOptions<OutreachOptions>().BindConfiguration(OutreachOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<EmailOptions>().BindConfiguration(EmailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddDocuments(OutreachDocuments.Default);
        services.AddSingleton<IOutboxCarrier, ConsentCarrier>();
        services.AddSecretHolder<PreferenceLinks>();
        services.AddSingleton<IReachCarrier, EmailCarrier>();
        services.AddSingleton<IReachCarrier, SmsCarrier>();
        services.AddSingleton<SmsInbox>();
        services.AddSingleton<CampaignHome>();
        services.AddSingleton<CampaignPlanner>();
        services.AddSingleton<CampaignEnd>();
        services.AddSingleton<EventIntake>();
        services.AddSingleton<Reasons>();
        services.AddSingleton<FollowUps>();
        services.AddSingleton<Composer>();
        services.AddSingleton<Forbearance>();
        services.AddSingleton<ChatSending>();
        services.AddSingleton<OutsideSending>();
        services.AddSingleton<CampaignSender>();
        services.AddSingleton<TestSending>();
        services.AddSingleton<DryRun>();
        services.AddSingleton<CampaignChecks>();
        services.AddSingleton<CampaignDesk>();
        services.AddSingleton<CampaignDocuments>();
        services.AddHostedService<UsualRemindersSeed>();
        services.AddOutreachJobs();
        return services;
    }

    public static void MapOutreach(this IEndpointRouteBuilder routes)
    {
        routes.MapPreferences();
        routes.MapClicks();
        routes.MapEvents();
        routes.MapSmsInbox();
        RouteGroupBuilder outreach = routes.MapGroup("/api/outreach").WithTags("Outreach");
        outreach.MapJobs();
        RouteGroupBuilder marketing = outreach.MapGroup("").RequirePermission(Permission.OutreachWrite);
        marketing.MapSegments();
        marketing.MapTemplates();
        marketing.MapCampaigns();
        marketing.MapCampaignLooks();
        marketing.MapPlan();
        marketing.MapFailed();
        marketing.MapSuppressions();
    }
}
