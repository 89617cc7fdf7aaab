using Microsoft.Extensions.Options;
using Quartz;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Jobs;

internal static class JobServices
{
    private static readonly TimeSpan PlanEvery = TimeSpan.FromSeconds(5);

    // A tick ends before the next but one: what is left over it finds again.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddOutreachJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRuns>();
        services.AddSingleton(provider => new OutreachJob("send", provider.GetRequiredService<IOptions<OutreachOptions>>().Value.Interval, stop => provider.GetRequiredService<CampaignSender>().SendDueAsync(Longest, stop)));
        services.AddSingleton(provider => new OutreachJob("plan", PlanEvery, stop => provider.GetRequiredService<CampaignPlanner>().PlanDueAsync(stop)));
        services.AddSingleton(provider => new OutreachJob("finish", PlanEvery, stop => provider.GetRequiredService<CampaignEnd>().FinishAsync(stop)));
        services.AddQuartz();
        services.AddHostedService<JobSchedule>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }
}
