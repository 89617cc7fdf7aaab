using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Npgsql;
using SupportBot.Conversations;

namespace SupportBot.Storage.Postgres;

/// <summary>
/// Group commit: a few writers, each with a connection, put all writes that wait into one transaction and send it in one round
/// trip. A write's task completes only after its commit. What concerns people goes on to <see cref="DeskLoop"/>.
/// </summary>
internal sealed partial class AppendLoop : IAsyncDisposable
{
    private const int LargestBatch = 128;
    private const int Attempts = 3;

    // While one waits for its commit, the next gathers; more would only make the batches smaller.
    private const int Writers = 3;

    private readonly Channel<PendingAppend> queue;
    private readonly PostgresDatabase database;
    private readonly DeskLoop desk;
    private readonly TimeProvider time;
    private readonly StoreMetrics metrics;
    private readonly ILogger<AppendLoop> logger;
    private readonly Task[] writers;

    public AppendLoop(PostgresDatabase database, DeskLoop desk, IOptions<DataOptions> options, TimeProvider time, StoreMetrics metrics, ILogger<AppendLoop> logger)
    {
        queue = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(options.Value.MaxQueuedWrites) { FullMode = BoundedChannelFullMode.Wait });
        this.database = database;
        this.desk = desk;
        this.time = time;
        this.metrics = metrics;
        this.logger = logger;
        writers = [.. Enumerable.Range(0, Writers).Select(_ => Task.Run(RunAsync))];
    }

    /// <summary>Cancelling stops the waiting, not the write.</summary>
    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancellation)
    {
        PendingAppend pending = new(append);
        if (append.Move is not null)
        {
            desk.Add(pending);
        }
        else if (!queue.Writer.TryWrite(pending))
        {
            throw new StoreUnavailableException("Too many writes are waiting for the database.");
        }

        return cancellation.CanBeCanceled ? pending.Task.WaitAsync(cancellation) : pending.Task;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.WhenAll(writers);
    }

    private async Task RunAsync()
    {
        List<PendingAppend> batch = new(LargestBatch);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out PendingAppend? next))
            {
                batch.Add(next);
            }

            // Rows are locked in one order everywhere, so that two batches never wait for each other. The sort is stable:
            // writes of one conversation keep the order they came in.
            await CommitAsync([.. batch.OrderBy(pending => pending.Append.ConversationId, StringComparer.Ordinal)]);
        }
    }

    private async Task CommitAsync(IReadOnlyList<PendingAppend> writes)
    {
        for (int attempt = 1; writes.Count > 0; attempt++)
        {
            try
            {
                await SendAsync(writes);
                return;
            }
            catch (Exception error) when (attempt < Attempts && PostgresFailure.IsRolledBack(error))
            {
            }
            catch (Exception error) when (writes.Count == 1 || PostgresFailure.IsUnavailable(error))
            {
                CommitFailed(logger, writes.Count, error);
                Fail(writes, PostgresFailure.Of(error));
                return;
            }
            catch (Exception)
            {
                // One of them is at fault: the others must not suffer for it.
                foreach (PendingAppend write in writes)
                {
                    await CommitAsync([write]);
                }

                return;
            }
        }
    }

    private async Task SendAsync(IReadOnlyList<PendingAppend> writes)
    {
        (int Outcome, AppendResult Result)[] answers = new (int, AppendResult)[writes.Count];
        await using (NpgsqlConnection connection = await database.Source.OpenConnectionAsync())
        await using (NpgsqlBatch batch = new(connection))
        {
            DateTimeOffset now = time.GetUtcNow();
            foreach (PendingAppend write in writes)
            {
                batch.BatchCommands.Add(AppendCall.Of(write.Append, now));
            }

            await using NpgsqlDataReader rows = await batch.ExecuteReaderAsync();
            for (int index = 0; index < answers.Length; index++)
            {
                answers[index] = await AppendCall.ReadAsync(rows);
                await rows.NextResultAsync();
            }
        }

        metrics.Committed(writes.Count);
        for (int index = 0; index < answers.Length; index++)
        {
            Tell(writes[index], answers[index]);
        }
    }

    private void Tell(PendingAppend write, (int Outcome, AppendResult Result) answer)
    {
        if (answer.Outcome == AppendCall.ConcernsPeople)
        {
            desk.Add(write);
        }
        else
        {
            write.Succeed(answer.Result);
        }
    }

    private static void Fail(IReadOnlyList<PendingAppend> writes, Exception error)
    {
        foreach (PendingAppend write in writes)
        {
            write.Fail(error);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Writes} writes could not be committed")]
    private static partial void CommitFailed(ILogger logger, int writes, Exception error);
}
