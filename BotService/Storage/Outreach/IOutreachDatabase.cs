using System.Data.Common;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Outreach.Sending;

namespace SupportBot.Storage.Outreach;

/// <summary>
/// What outreach needs of a database. Its statements are written once, in the SQL that both dialects read alike; what they do not share is
/// here.
/// </summary>
internal interface IOutreachDatabase
{
    /// <summary>Behind a selection of rows to claim, so that two claims pass each other by.</summary>
    string SkipLocked { get; }

    /// <summary>Behind a selection of rows that nobody else may change until the end of the transaction.</summary>
    string ForUpdate { get; }

    /// <summary>The milliseconds of the database's own clock; null when it has none but this machine's.</summary>
    string? Clock { get; }

    /// <summary>The condition that a value is among those of a parameter that is an array.</summary>
    string In(string parameter);

    /// <summary>The condition that a number is among those of a parameter that is an array of hundreds.</summary>
    string Among(string parameter);

    ValueTask<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation);

    /// <summary>One transaction. Cancelling stops the waiting, not the write.</summary>
    Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation);

    /// <summary>One transaction that writes customer files.</summary>
    Task<T> WriteCustomersAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation);

    /// <summary>Adds recipients that are not there yet, within a transaction.</summary>
    Task PlanAsync(DbConnection connection, IReadOnlyList<PlannedRow> rows);

    /// <summary>Writes what became of claimed rows that are still their claimer's, within a transaction.</summary>
    Task SettleAsync(DbConnection connection, IReadOnlyList<SettledRow> rows, long now);

    /// <summary>The audit's row, within a transaction and as its last statement.</summary>
    Task AuditAsync(DbConnection connection, AuditEntry entry);

    /// <summary>Says something in each conversation, within a transaction that then says so of the recipients.</summary>
    /// <returns>What became of each, in their order.</returns>
    Task<IReadOnlyList<AppendOutcome>> SayAsync(DbConnection connection, IReadOnlyList<Saying> sayings);
}
