using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Storage.Outreach;

namespace SupportBot.Storage.Sqlite;

/// <summary>Outreach on SQLite. There is one writer, so that nothing has to be locked.</summary>
internal sealed class SqliteOutreachDatabase(SqliteReads reads, CommitLoop commits, SqliteConversationStore conversations, TimeProvider time) : IOutreachDatabase
{
    public string SkipLocked => "";

    public string ForUpdate => "";

    public string? Clock => null;

    public string In(string parameter) => $"in @{parameter}";

    public ValueTask<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => Ended(read(connection))));

    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) =>
        (await commits.WriteAsync(connection => (Ended(write(connection)), true), cancellation)).Item1;

    public Task<T> WriteCustomersAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) => WriteAsync(write, cancellation);

    public Task ExecuteEachAsync(DbConnection connection, string statement, IEnumerable<object> rows) => connection.ExecuteAsync(statement, rows);

    public Task AuditAsync(DbConnection connection, AuditEntry entry)
    {
        SqliteAuditLog.Write((SqliteConnection)connection, entry, time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AppendOutcome>> AppendAsync(DbConnection connection, IReadOnlyList<Append> appends)
    {
        AppendOutcome[] outcomes = new AppendOutcome[appends.Count];
        for (int index = 0; index < outcomes.Length; index++)
        {
            outcomes[index] = conversations.AppendOn((SqliteConnection)connection, appends[index]).Outcome;
        }

        return Task.FromResult<IReadOnlyList<AppendOutcome>>(outcomes);
    }

    // SQLite works in the calling thread: its tasks have ended when they are returned, and a transaction must not leave the thread.
    private static T Ended<T>(Task<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("A statement of SQLite's waits for something else.");
}
