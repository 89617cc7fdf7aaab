using Quartz;

namespace SupportBot.Outreach.Jobs;

/// <summary>Gives Quartz one trigger for each job.</summary>
internal sealed class JobSchedule(ISchedulerFactory schedulers, IEnumerable<OutreachJob> jobs) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (OutreachJob job in jobs)
        {
            IJobDetail detail = JobBuilder.Create<TickJob>().WithIdentity(job.Name).Build();
            ITrigger trigger = TriggerBuilder.Create().WithIdentity(job.Name).StartNow()
                .WithSimpleSchedule(every => every.WithInterval(job.Every).RepeatForever()).Build();
            await scheduler.ScheduleJob(detail, trigger, cancellationToken: cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
