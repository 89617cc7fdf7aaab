using System.Data.Common;
using System.Reflection;
using Npgsql;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Storage.Outreach;

namespace SupportBot.Storage.Postgres;

/// <summary>Outreach on PostgreSQL.</summary>
internal sealed class PostgresOutreachDatabase(PostgresWork work, TimeProvider time) : IOutreachDatabase
{
    public string SkipLocked => "for update skip locked";

    public string ForUpdate => "for update";

    public string Clock => "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

    public string In(string parameter) => $"= any (@{parameter})";

    public ValueTask<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) => work.ReadAsync(connection => read(connection), cancellation);

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) => work.WriteAsync(connection => write(connection), cancellation);

    public Task<T> WriteCustomersAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) =>
        work.WriteAsync(connection => write(connection), cancellation, Room.Customers);

    public async Task ExecuteEachAsync(DbConnection connection, string statement, IEnumerable<object> rows)
    {
        await using NpgsqlBatch batch = new((NpgsqlConnection)connection);
        foreach (object row in rows)
        {
            NpgsqlBatchCommand command = new(statement);
            foreach (PropertyInfo value in row.GetType().GetProperties())
            {
                command.Parameters.AddWithValue(value.Name, value.GetValue(row) ?? DBNull.Value);
            }

            batch.BatchCommands.Add(command);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync();
        }
    }

    public Task AuditAsync(DbConnection connection, AuditEntry entry) => PostgresAuditLog.WriteAsync((NpgsqlConnection)connection, entry, time.GetUtcNow());

    /// <summary>What concerns people is left for later: their rules need another transaction.</summary>
    public async Task<IReadOnlyList<AppendOutcome>> AppendAsync(DbConnection connection, IReadOnlyList<Append> appends)
    {
        AppendOutcome[] outcomes = new AppendOutcome[appends.Count];
        if (outcomes.Length == 0)
        {
            return outcomes;
        }

        // Rows are locked in the order in which all who write to many conversations lock them.
        int[] order = [.. Enumerable.Range(0, appends.Count).OrderBy(index => appends[index].ConversationId, StringComparer.Ordinal)];
        await using NpgsqlBatch batch = new((NpgsqlConnection)connection);
        DateTimeOffset now = time.GetUtcNow();
        foreach (int index in order)
        {
            batch.BatchCommands.Add(AppendCall.Of(appends[index], now));
        }

        await using NpgsqlDataReader rows = await batch.ExecuteReaderAsync();
        foreach (int index in order)
        {
            (int outcome, AppendResult result) = await AppendCall.ReadAsync(rows);
            outcomes[index] = outcome == AppendCall.ConcernsPeople ? AppendOutcome.Refused : result.Outcome;
            await rows.NextResultAsync();
        }

        return outcomes;
    }
}
