using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;

namespace SupportBot.Storage.Sqlite;

/// <summary>
/// Group commit: one thread owns the writing connection and puts all writes that wait into one transaction, so that
/// many senders share one sync of the disk. A write's task completes only after its commit.
/// </summary>
internal sealed partial class CommitLoop : IDisposable
{
    private const int LargestBatch = 512;

    private readonly BlockingCollection<PendingWrite> queue;
    private readonly SqliteConnection connection;
    private readonly StoreMetrics metrics;
    private readonly ILogger<CommitLoop> logger;
    private readonly Thread thread;
    private readonly List<PendingWrite> batch = new(LargestBatch);

    public CommitLoop(SqliteDatabase database, IOptions<DataOptions> options, StoreMetrics metrics, ILogger<CommitLoop> logger)
    {
        queue = new BlockingCollection<PendingWrite>(options.Value.MaxQueuedWrites);
        connection = database.Open();
        this.metrics = metrics;
        this.logger = logger;
        thread = new Thread(Run) { Name = "commit", IsBackground = true };
        thread.Start();
    }

    /// <summary>Runs a write inside the next transaction. Cancelling stops the waiting, not the write.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellation)
        where T : struct
    {
        PendingWrite<T> pending = new(write);
        if (queue.IsAddingCompleted || !queue.TryAdd(pending))
        {
            throw new StoreUnavailableException("Too many writes are waiting for the disk.");
        }

        return cancellation.CanBeCanceled ? pending.Task.WaitAsync(cancellation) : pending.Task;
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        connection.Dispose();
        queue.Dispose();
    }

    private void Run()
    {
        while (queue.TryTake(out PendingWrite? first, Timeout.Infinite))
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < LargestBatch && queue.TryTake(out PendingWrite? next))
            {
                batch.Add(next);
            }

            Commit(batch);
        }
    }

    private void Commit(List<PendingWrite> writes)
    {
        if (TryCommit(writes, out Exception? error))
        {
            metrics.Committed(writes.Count);
            foreach (PendingWrite write in writes)
            {
                write.Succeed();
            }
        }
        else if (writes.Count == 1)
        {
            CommitFailed(logger, error);
            writes[0].Fail(error is SqliteException ? new StoreUnavailableException("The database refused the write.", error) : error);
        }
        else
        {
            // One of them is at fault: the others must not suffer for it.
            foreach (PendingWrite write in writes)
            {
                Commit([write]);
            }
        }
    }

    private bool TryCommit(List<PendingWrite> writes, [NotNullWhen(false)] out Exception? error)
    {
        error = null;
        try
        {
            Execute("begin immediate");
            foreach (PendingWrite write in writes)
            {
                write.Execute(connection);
            }

            Execute("commit");
            return true;
        }
        catch (Exception caught)
        {
            error = caught;
            Rollback();
            return false;
        }
    }

    private void Rollback()
    {
        try
        {
            Execute("rollback");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, as it does when the disk is full.
        }
    }

    private void Execute(string sql)
    {
        int result = SQLitePCL.raw.sqlite3_exec(connection.Handle, sql);
        if (result != SQLitePCL.raw.SQLITE_OK)
        {
            throw new SqliteException($"{sql}: {SQLitePCL.raw.sqlite3_errmsg(connection.Handle).utf8_to_string()}", result);
        }
    }

    [LoggerMessage(LogLevel.Error, "A write could not be committed")]
    private static partial void CommitFailed(ILogger logger, Exception error);
}
