using System.Data.Common;
using Npgsql;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Outreach.Sending;
using SupportBot.Storage.Outreach;

namespace SupportBot.Storage.Postgres;

/// <summary>Outreach on PostgreSQL.</summary>
internal sealed class PostgresOutreachDatabase(PostgresWork work, TimeProvider time) : IOutreachDatabase
{
    public string SkipLocked => "for update skip locked";

    public string ForUpdate => "for update";

    public string Clock => "cast(extract(epoch from clock_timestamp()) * 1000 as bigint)";

    public string In(string parameter) => $"= any (@{parameter})";

    public string Among(string parameter) => In(parameter);

    public ValueTask<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) => work.ReadAsync(connection => read(connection), cancellation);

    public Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            await PostgresWork.PlanByKeysAsync(connection);
            return await write(connection);
        },
        cancellation);

    public Task<T> WriteCustomersAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) =>
        work.WriteAsync(connection => write(connection), cancellation, Room.Customers);

    public Task PlanAsync(DbConnection connection, IReadOnlyList<PlannedRow> rows) => RecipientCalls.PlanAsync((NpgsqlConnection)connection, rows);

    public Task SettleAsync(DbConnection connection, IReadOnlyList<SettledRow> rows, long now) => RecipientCalls.SettleAsync((NpgsqlConnection)connection, rows, now);

    public Task AuditAsync(DbConnection connection, AuditEntry entry) => PostgresAuditLog.WriteAsync((NpgsqlConnection)connection, entry, time.GetUtcNow());

    /// <summary>What concerns people is left for later: their rules need another transaction.</summary>
    public Task<IReadOnlyList<AppendOutcome>> SayAsync(DbConnection connection, IReadOnlyList<Saying> sayings) =>
        RecipientCalls.SayAsync((NpgsqlConnection)connection, sayings, time.GetUtcNow().ToUnixTimeMilliseconds());
}
