using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SupportBot.Outreach.Jobs;

namespace SupportBot.BotService.Tests.Outreach;

/// <summary>An operator who stops a node is not kept waiting by a job that would go on for long.</summary>
public sealed class JobStopTests : IJobRunStore, IStoreClock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_job_is_told_to_stop_and_the_host_waits_for_its_end()
    {
        TaskCompletionSource begun = new();
        bool ended = false;
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IJobRunStore>(this).AddSingleton<IStoreClock>(this).AddOutreachJobs()
            .RemoveAll<OutreachJob>().AddSingleton(new OutreachJob("long", TimeSpan.FromSeconds(1), async stop =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
                await Task.Delay(50, CancellationToken.None);
                ended = true;
            }));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        using IHost host = builder.Build();
        await host.StartAsync();
        await begun.Task.WaitAsync(Patience);
        await host.StopAsync().WaitAsync(Patience);
        Assert.True(ended);
    }

    ValueTask<IReadOnlyList<JobRun>> IJobRunStore.AllAsync(CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<JobRun>>([]);

    Task IJobRunStore.SaveAsync(JobRun run, CancellationToken cancellation) => Task.CompletedTask;

    ValueTask<DateTimeOffset?> IStoreClock.NowAsync(CancellationToken cancellation) => ValueTask.FromResult<DateTimeOffset?>(null);
}
