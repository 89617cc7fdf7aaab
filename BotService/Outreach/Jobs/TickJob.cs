using Quartz;

namespace SupportBot.Outreach.Jobs;

/// <summary>What Quartz starts: it ticks, and never carries a trigger for each recipient.</summary>
[DisallowConcurrentExecution]
internal sealed partial class TickJob(IEnumerable<OutreachJob> jobs, JobRuns runs, NodeClock clock, TimeProvider time, ILogger<TickJob> logger) : IJob
{
    private const string ClockApart = "ClockApart";

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        OutreachJob job = jobs.First(job => job.Name == context.JobDetail.Key.Name);
        DateTimeOffset started = time.GetUtcNow();
        string? error = null;
        try
        {
            if (await clock.IsRightAsync(cancellationToken))
            {
                await job.RunAsync(cancellationToken);
            }
            else
            {
                error = ClockApart;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The node stops; what is left another finds, or this one when it is back.
            return;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            JobFailed(logger, job.Name, failure);
            error = failure.GetType().Name;
        }

        if (!cancellationToken.IsCancellationRequested)
        {
            bool late = context.ScheduledFireTimeUtc is { } meant && started - meant > Late + job.Every;
            await runs.RanAsync(new JobRun(job.Name, started, time.GetUtcNow(), context.NextFireTimeUtc, 1, late ? 1 : 0, Environment.MachineName, error), cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The outreach job {Job} failed; it is tried again")]
    private static partial void JobFailed(ILogger logger, string job, Exception error);
}
