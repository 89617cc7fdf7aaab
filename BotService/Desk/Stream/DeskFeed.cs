using SupportBot.Conversations;

namespace SupportBot.Desk.Stream;

/// <summary>
/// Reads the journal once for all sockets of this node and keeps its newest part. Sockets hold no queue: woken, each takes from
/// here what lies beyond its own cursor, and one that is further behind reads the journal itself.
/// </summary>
internal sealed partial class DeskFeed(IDeskJournal journal, DeskNotices notices, DeskSignals signals, DeskSockets sockets, FloorSignal floor, TimeProvider time, ILogger<DeskFeed> logger) : BackgroundService
{
    private const int Page = 200;
    private const int Kept = 4_000;
    private static readonly TimeSpan Recheck = TimeSpan.FromSeconds(5);

    private readonly Lock changing = new();
    private readonly List<DeskNotice> window = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long windowStart;
    private long newest;

    /// <summary>The newest id this node has read; a new socket begins behind it.</summary>
    public async Task<long> NewestAsync(CancellationToken cancellation)
    {
        await ready.Task.WaitAsync(cancellation);
        return Interlocked.Read(ref newest);
    }

    /// <summary>What lies beyond a cursor, a page at most, and the cursor behind it.</summary>
    public async ValueTask<(IReadOnlyList<DeskNotice> Notices, long Cursor)> ReadAsync(long after, CancellationToken cancellation)
    {
        lock (changing)
        {
            if (after >= newest)
            {
                return ([], after);
            }

            if (after >= windowStart)
            {
                int start = FirstBeyond(after);
                List<DeskNotice> found = window.GetRange(start, Math.Min(Page, window.Count - start));
                return (found, found.Count == Page ? found[^1].Event.Id : newest);
            }
        }

        IReadOnlyList<DeskEvent> rows = await journal.ReadAsync(after, Page, cancellation);
        return (await notices.OfAsync(rows, cancellation), rows.Count == 0 ? after : rows[^1].Id);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeginAsync(stoppingToken);
                while (await AdvanceAsync(stoppingToken))
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                ReadFailed(logger, error);
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken);
            }

            await signals.JournalAsync(Recheck, stoppingToken);
        }
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        if (!ready.Task.IsCompleted)
        {
            (_, newest) = await journal.EndsAsync(cancellation);
            windowStart = newest;
            ready.SetResult();
        }
    }

    private async Task<bool> AdvanceAsync(CancellationToken cancellation)
    {
        IReadOnlyList<DeskEvent> rows = await journal.ReadAsync(newest, Page, cancellation);
        if (rows.Count == 0)
        {
            return false;
        }

        IReadOnlyList<DeskNotice> read = await notices.OfAsync(rows, cancellation);
        Keep(read, rows[^1].Id);

        // Whom nothing concerns sleeps on, but not so long that it falls out of the window.
        sockets.Wake(socket => newest - socket.Cursor > Kept / 2 || read.Any(socket.Concerns));
        floor.Wake();
        return rows.Count == Page;
    }

    private void Keep(IReadOnlyList<DeskNotice> read, long last)
    {
        lock (changing)
        {
            window.AddRange(read);
            if (window.Count > 2 * Kept)
            {
                windowStart = window[window.Count - Kept - 1].Event.Id;
                window.RemoveRange(0, window.Count - Kept);
            }

            Interlocked.Exchange(ref newest, last);
        }
    }

    private int FirstBeyond(long after)
    {
        int low = 0;
        int high = window.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = window[middle].Event.Id > after ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    [LoggerMessage(LogLevel.Error, "The desk's journal could not be read; it is tried again")]
    private static partial void ReadFailed(ILogger logger, Exception error);
}
