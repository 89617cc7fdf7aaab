using System.Diagnostics.Metrics;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SupportBot.Outreach.Reminders;
using SupportBot.Storage;
using SupportBot.Storage.Sqlite;

namespace SupportBot.BotService.Tests.Storage;

public sealed class SqliteReminderStoreTests : ReminderStoreContract, IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("supportbot-reminders").FullName;
    private readonly CommitLoop commits;
    private readonly SqliteReads reads;

    public SqliteReminderStoreTests()
    {
        IOptions<DataOptions> options = Options.Create(new DataOptions { Directory = directory });
        SqliteDatabase database = new(options);
        IMeterFactory meters = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
        commits = new CommitLoop(database, options, new StoreMetrics(meters), NullLogger<CommitLoop>.Instance);
        reads = new SqliteReads(database);
        Reminders = new SqliteReminderStore(reads, commits, Time);
    }

    private protected override IReminderStore Reminders { get; }

    private protected override IReminderStore With(TimeProvider time) => new SqliteReminderStore(reads, commits, time);

    private protected override Task FillAsync(int from, int to, long dueAt) => commits.WriteAsync(
        connection => connection.Execute(
            """
            with recursive n (n) as (select @from union all select n + 1 from n where n < @to)
            insert into reminder (conversation_id, reference, due_at, text, locale) select 'c' || n, 'R', @dueAt + n, 'pay', 'en' from n
            """,
            new { from, to, dueAt }),
        default);

    // Steps of SQLite's machine: each row that is looked at takes some.
    private protected override async Task<long> CostOfLookAsync()
    {
        long steps = 0;
        await commits.WriteAsync(connection => Watch(connection, () => steps++), default);
        Assert.Empty(await Reminders.ClaimDueAsync(500, TimeSpan.FromMinutes(1), default));
        await commits.WriteAsync(connection => Watch(connection, null), default);
        return steps;
    }

    private static int Watch(SqliteConnection connection, Action? step)
    {
        SQLitePCL.raw.sqlite3_progress_handler(connection.Handle, step is null ? 0 : 1, step is null ? null : _ => Count(step), null);
        return 0;
    }

    private static int Count(Action step)
    {
        step();
        return 0;
    }

    public void Dispose()
    {
        reads.Dispose();
        commits.Dispose();
        Directory.Delete(directory, recursive: true);
    }
}
