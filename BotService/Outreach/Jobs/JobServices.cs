using Microsoft.Extensions.Options;
using Quartz;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Sending;
using SupportBot.Outreach.Triggers;

namespace SupportBot.Outreach.Jobs;

internal static class JobServices
{
    // A tick ends before the next but one: what is left over it finds again.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddOutreachJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRuns>();
        services.AddSingleton<NodeClock>();
        services.AddHealthChecks().AddCheck<NodeClock>("clock");
        services.AddSingleton(provider => new OutreachJob("send", IntervalOf(provider), stop => provider.GetRequiredService<CampaignSender>().SendDueAsync(Longest, stop)));
        services.AddSingleton(provider => new OutreachJob("plan", IntervalOf(provider), stop => provider.GetRequiredService<CampaignPlanner>().PlanDueAsync(stop)));
        services.AddSingleton(provider => new OutreachJob("finish", IntervalOf(provider) * 3, stop => provider.GetRequiredService<CampaignEnd>().FinishAsync(stop)));
        services.AddSingleton(provider => new OutreachJob("followUps", IntervalOf(provider) * 30, stop => provider.GetRequiredService<FollowUps>().LookAsync(stop)));
        // Told to stop, a job ends at its next safe point; it is not waited out.
        services.AddQuartz(quartz => quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs));
        services.AddHostedService<JobSchedule>();
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
        return services;
    }

    private static TimeSpan IntervalOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<OutreachOptions>>().Value.Interval;
}
