using Dapper;
using SupportBot.Outreach.Reminders;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

public sealed class PostgresReminderStoreTests : ReminderStoreContract, IAsyncLifetime
{
    private PostgresBench bench = null!;

    private protected override IReminderStore Reminders => new PostgresReminderStore(bench.Work, Time);

    private protected override IReminderStore With(TimeProvider time) => new PostgresReminderStore(bench.Work, time);

    private protected override Task FillAsync(int from, int to, long dueAt) => bench.Work.WriteAsync(
        connection => connection.ExecuteAsync(
            "insert into reminder (conversation_id, reference, due_at, text, locale) select 'c' || n, 'R', @dueAt + n, 'pay', 'en' from generate_series(@from, @to) n",
            new { from, to, dueAt }),
        default);

    // Pages, by a statement that was prepared when the table was empty or small.
    private protected override Task<long> CostOfLookAsync() => bench.Work.WriteAsync(
        async connection =>
        {
            await PostgresWork.PlanByKeysAsync(connection);
            var values = new { now = Time.GetUtcNow().ToUnixTimeMilliseconds(), until = 0L, limit = 500 };
            string[] plan = [.. await connection.QueryAsync<string>($"explain (analyze, buffers) {PostgresReminderStore.Claim}", values)];
            Assert.Contains(plan, line => line.Contains("reminder_due", StringComparison.Ordinal));
            return plan.Select(line => line.Split("hit=")).Where(parts => parts.Length > 1).Select(parts => long.Parse(parts[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).First();
        },
        default);

    public async Task InitializeAsync() => bench = await PostgresBench.CreateAsync(Time);

    public Task DisposeAsync() => bench.DisposeAsync().AsTask();
}
