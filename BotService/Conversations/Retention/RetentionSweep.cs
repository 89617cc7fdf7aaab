using System.Globalization;
using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;

namespace SupportBot.Conversations.Retention;

/// <summary>Empties conversations whose time is over, a few times a day; nodes that do so at once do not disturb each other.</summary>
internal sealed partial class RetentionSweep(
    IRetentionStore store, ISharedSessions copies, IAuditLog log, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionSweep> logger) : BackgroundService
{
    private const int Page = 200;

    // Not at once: a node that starts has better things to do.
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(6);

    /// <returns>How many were emptied.</returns>
    public async Task<int> SweepAsync(TimeSpan kept, CancellationToken cancellation)
    {
        DateTimeOffset idleSince = time.GetUtcNow() - kept;
        int emptied = 0;
        try
        {
            IdleConversation? last = null;
            while (await store.IdleAsync(idleSince, last, Page, cancellation) is { Count: > 0 } page)
            {
                foreach (IdleConversation idle in page)
                {
                    if (await store.EmptyAsync(idle.Id, idleSince, cancellation))
                    {
                        copies.Forget(idle.Id);
                        emptied++;
                    }
                }

                last = page[^1];
            }
        }
        finally
        {
            // Also when it was stopped half-way.
            await TellAsync(emptied, idleSince);
        }

        return emptied;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Conversations is not { } kept)
        {
            return;
        }

        for (TimeSpan wait = FirstAfter; ; wait = Interval)
        {
            await Task.Delay(wait, time, stoppingToken);
            try
            {
                Emptied(logger, await SweepAsync(kept, stoppingToken), kept);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                SweepFailed(logger, error);
            }
        }
    }

    private async Task TellAsync(int emptied, DateTimeOffset idleSince)
    {
        if (emptied > 0)
        {
            string detail = string.Create(CultureInfo.InvariantCulture, $$"""{"count":{{emptied}},"idleSince":"{{idleSince:o}}"}""");
            await log.WriteAsync(AuditEntry.ByConsole("retention.empty", "conversations", detail), CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Count} conversations were emptied in which nobody had written for {Kept} (Retention:Conversations)")]
    private static partial void Emptied(ILogger logger, int count, TimeSpan kept);

    [LoggerMessage(LogLevel.Error, "Old conversations could not be emptied; it is tried again")]
    private static partial void SweepFailed(ILogger logger, Exception error);
}
