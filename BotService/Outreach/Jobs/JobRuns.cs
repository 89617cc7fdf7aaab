using System.Collections.Concurrent;

namespace SupportBot.Outreach.Jobs;

/// <summary>How a job went, on one node or over all.</summary>
/// <param name="Name">Which.</param>
/// <param name="Started">When it last began.</param>
/// <param name="Finished">When it last ended.</param>
/// <param name="Next">When it begins next.</param>
/// <param name="Runs">How often it has run.</param>
/// <param name="Misfires">How often it began late, because the one before took too long or the machine was busy.</param>
/// <param name="Node">On which machine last.</param>
/// <param name="Error">Why the last run failed: the failure's name.</param>
internal sealed record JobRun(string Name, DateTimeOffset? Started, DateTimeOffset? Finished, DateTimeOffset? Next, long Runs, long Misfires, string? Node, string? Error);

internal interface IJobRunStore
{
    ValueTask<IReadOnlyList<JobRun>> AllAsync(CancellationToken cancellation);

    /// <summary>Writes how a job went, adding what happened since it was last written.</summary>
    Task SaveAsync(JobRun run, CancellationToken cancellation);
}

/// <summary>Keeps this node's runs, and writes them down from time to time: a job that runs every second is not worth a write each.</summary>
internal sealed class JobRuns(IJobRunStore store, TimeProvider time)
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (JobRun Run, DateTimeOffset Written)> runs = new(StringComparer.Ordinal);

    public async Task RanAsync(JobRun run, CancellationToken cancellation)
    {
        DateTimeOffset now = time.GetUtcNow();
        (JobRun known, DateTimeOffset written) = runs.GetValueOrDefault(run.Name, (run with { Runs = 0, Misfires = 0 }, DateTimeOffset.MinValue));
        JobRun sum = run with { Runs = known.Runs + run.Runs, Misfires = known.Misfires + run.Misfires };
        bool write = now - written >= WriteEvery || run.Error != known.Error;
        runs[run.Name] = (write ? sum with { Runs = 0, Misfires = 0 } : sum, write ? now : written);
        if (write)
        {
            await store.SaveAsync(sum, cancellation);
        }
    }

    /// <summary>What is written, with what this node knows besides.</summary>
    public async ValueTask<IReadOnlyList<JobRun>> AllAsync(CancellationToken cancellation) =>
    [
        .. (await store.AllAsync(cancellation)).Select(stored => runs.TryGetValue(stored.Name, out (JobRun Run, DateTimeOffset Written) own) && own.Run.Started >= stored.Started
            ? own.Run with { Runs = stored.Runs + own.Run.Runs, Misfires = stored.Misfires + own.Run.Misfires }
            : stored),
    ];
}
