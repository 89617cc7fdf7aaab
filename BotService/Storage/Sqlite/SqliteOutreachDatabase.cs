using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Outreach.Sending;
using SupportBot.Storage.Outreach;

namespace SupportBot.Storage.Sqlite;

/// <summary>Outreach on SQLite. There is one writer, so that nothing has to be locked.</summary>
internal sealed class SqliteOutreachDatabase(SqliteReads reads, CommitLoop commits, SqliteConversationStore conversations, TimeProvider time) : IOutreachDatabase
{
    private const string Plan = """
        insert into recipient (campaign_id, occurrence, customer_id, channel, purpose, status, due_at, planned_at, expires_at, variant, locale, zone, zone_reason, subject, facts, reason)
        values (@CampaignId, @Occurrence, @CustomerId, @Channel, @Purpose, @Status, @DueAt, @DueAt, @ExpiresAt, @Variant, @Locale, @Zone, @ZoneReason, @Subject, @Facts, @Reason)
        on conflict do nothing
        """;

    private const string Settle = """
        update recipient set status = @Status, due_at = coalesce(@DueAt, due_at), leased_until = 0, reason = @Reason, error = @Error,
          sent_at = case when @Status = 2 then coalesce(sent_at, @now) else sent_at end, delivered_at = case when @Status = 2 then @now else delivered_at end
        where id = @Id and attempts = @Attempts and status in (0, 1)
        """;

    public string SkipLocked => "";

    public string ForUpdate => "";

    public string? Clock => null;

    public string In(string parameter) => $"in @{parameter}";

    // Written out, numbers spare thousands of parameters.
    public string Among(string parameter) => $"in {{={parameter}}}";

    public ValueTask<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => Ended(read(connection))));

    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) =>
        (await commits.WriteAsync(connection => (Ended(write(connection)), true), cancellation)).Item1;

    public Task<T> WriteCustomersAsync<T>(Func<DbConnection, Task<T>> write, CancellationToken cancellation) => WriteAsync(write, cancellation);

    public Task PlanAsync(DbConnection connection, IReadOnlyList<PlannedRow> rows) => connection.ExecuteAsync(Plan, rows);

    public Task SettleAsync(DbConnection connection, IReadOnlyList<SettledRow> rows, long now) =>
        connection.ExecuteAsync(Settle, rows.Select(row => new { row.Id, row.Attempts, row.Status, row.DueAt, row.Reason, row.Error, now }));

    public Task AuditAsync(DbConnection connection, AuditEntry entry)
    {
        SqliteAuditLog.Write((SqliteConnection)connection, entry, time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AppendOutcome>> SayAsync(DbConnection connection, IReadOnlyList<Saying> sayings)
    {
        AppendOutcome[] outcomes = new AppendOutcome[sayings.Count];
        for (int index = 0; index < outcomes.Length; index++)
        {
            Saying said = sayings[index];
            Append append = new() { ConversationId = said.ConversationId, Messages = [said.Message], Outbox = said.Carrier is { } carrier ? [new OutboxItem(carrier, 0)] : [] };
            outcomes[index] = conversations.AppendOn((SqliteConnection)connection, append).Outcome;
        }

        return Task.FromResult<IReadOnlyList<AppendOutcome>>(outcomes);
    }

    // SQLite works in the calling thread: its tasks have ended when they are returned, and a transaction must not leave the thread.
    private static T Ended<T>(Task<T> task) =>
        task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("A statement of SQLite's waits for something else.");
}
