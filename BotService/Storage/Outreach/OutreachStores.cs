using SupportBot.Customers.Import;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Jobs;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Sending;
using SupportBot.Outreach.Templates;
using SupportBot.Outreach.Triggers;

namespace SupportBot.Storage.Outreach;

internal static class OutreachStores
{
    /// <summary>The stores of outreach, on whichever database.</summary>
    public static IServiceCollection AddOutreachStores<TDatabase>(this IServiceCollection services)
        where TDatabase : class, IOutreachDatabase
    {
        services.AddSingleton<IOutreachDatabase, TDatabase>();
        services.AddSingleton<ICampaignStore, SqlCampaignStore>();
        services.AddSingleton<ISegmentStore, SqlSegmentStore>();
        services.AddSingleton<ITemplateStore, SqlTemplateStore>();
        services.AddSingleton<ICustomerImports, SqlCustomerImports>();
        services.AddSingleton<IAudience, SqlAudience>();
        services.AddSingleton<IOwnerDayStore, SqlOwnerDayStore>();
        services.AddSingleton<ISuppressionStore, SqlSuppressionStore>();
        services.AddSingleton<IJobRunStore, SqlJobRunStore>();
        services.AddSingleton<IStoreClock, SqlStoreClock>();
        services.AddSingleton<IFollowUpSource, SqlFollowUpSource>();
        services.AddSingleton<SqlRecipientStore>();
        services.AddSingleton<IRecipientStore>(provider => provider.GetRequiredService<SqlRecipientStore>());
        services.AddSingleton<IRecipientMarks>(provider => provider.GetRequiredService<SqlRecipientStore>());
        return services;
    }
}
