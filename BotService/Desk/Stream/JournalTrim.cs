using Microsoft.Extensions.Options;

namespace SupportBot.Desk.Stream;

/// <summary>Forgets what no socket can ask for any more, a little at a time.</summary>
internal sealed partial class JournalTrim(IDeskJournal journal, IOptions<DeskOptions> options, TimeProvider time, ILogger<JournalTrim> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await journal.TrimAsync(time.GetUtcNow() - options.Value.KeepEvents, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                TrimFailed(logger, error);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The desk's journal could not be trimmed; it is tried again")]
    private static partial void TrimFailed(ILogger logger, Exception error);
}
