using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// Group commit for the writes that concern people: those that wait on this node are made in one stay in <see cref="Room.Desk"/>,
/// so that many messages share the wait for it and for the disk.
/// </summary>
internal sealed partial class DeskLoop : IAsyncDisposable
{
    // A longer stay would let the other nodes wait.
    private const int LargestGroup = 128;

    private readonly Channel<PendingAppend> queue;
    private readonly PostgresWork work;
    private readonly DeskAppends appends;
    private readonly StoreMetrics metrics;
    private readonly ILogger<DeskLoop> logger;
    private readonly Task writer;

    public DeskLoop(PostgresWork work, DeskAppends appends, IOptions<DataOptions> options, StoreMetrics metrics, ILogger<DeskLoop> logger)
    {
        queue = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(options.Value.MaxQueuedWrites) { SingleReader = true });
        this.work = work;
        this.appends = appends;
        this.metrics = metrics;
        this.logger = logger;
        writer = Task.Run(RunAsync);
    }

    public void Add(PendingAppend pending)
    {
        if (!queue.Writer.TryWrite(pending))
        {
            pending.Fail(new StoreUnavailableException("Too many writes are waiting for the database."));
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await writer;
    }

    private async Task RunAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            List<PendingAppend> group = new(LargestGroup);
            while (group.Count < LargestGroup && queue.Reader.TryRead(out PendingAppend? next))
            {
                group.Add(next);
            }

            await CommitAsync(group);
        }
    }

    private async Task CommitAsync(List<PendingAppend> group)
    {
        try
        {
            AppendResult[] results = await work.WriteAsync(connection => appends.AppendAsync(connection, [.. group.Select(pending => pending.Append)]), CancellationToken.None, Room.Desk);
            metrics.Committed(group.Count);
            for (int index = 0; index < results.Length; index++)
            {
                group[index].Succeed(results[index]);
            }
        }
        catch (Exception error) when (group.Count == 1 || error is StoreUnavailableException)
        {
            CommitFailed(logger, group.Count, error);
            foreach (PendingAppend pending in group)
            {
                pending.Fail(error);
            }
        }
        catch (Exception)
        {
            // One of them is at fault: the others must not suffer for it.
            foreach (PendingAppend pending in group)
            {
                await CommitAsync([pending]);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Writes} writes that concern people could not be committed")]
    private static partial void CommitFailed(ILogger logger, int writes, Exception error);
}
