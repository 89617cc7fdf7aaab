using System.Globalization;
using Dapper;
using Npgsql;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk.Inbox;
using SupportBot.Storage;
using SupportBot.Storage.Postgres;

namespace SupportBot.BotService.Tests.Storage;

/// <summary>
/// How the server would answer, over some ten thousand conversations, or as many as <c>SUPPORTBOT_TEST_CONVERSATIONS</c> says: a list walks its
/// index and stops at the page's end. How long it takes is measured by <c>Benchmarks desk --store postgres</c>.
/// </summary>
public sealed class PostgresPlanTests(PostgresPlanTests.Seeded seeded) : IClassFixture<PostgresPlanTests.Seeded>
{
    private static readonly int Conversations = int.Parse(Environment.GetEnvironmentVariable("SUPPORTBOT_TEST_CONVERSATIONS") ?? "30000", CultureInfo.InvariantCulture);
    private static readonly long Now = Conversations * 1000L + 10_000_000;

    [Theory]
    [InlineData("Mine", "Open", "Newest", "assignment_")]
    [InlineData("Mine", "Resolved", "Newest", "assignment_resolved_by")]
    [InlineData("Unassigned", "Open", "Newest", "assignment_")]
    [InlineData("All", "Open", "Newest", "assignment_last")]
    [InlineData("All", "Open", "Waiting", "assignment_waiting")]
    [InlineData("All", "Snoozed", "Newest", "assignment_")]
    [InlineData("All", "Resolved", "Newest", "assignment_resolved")]
    [InlineData("Bot", "Open", "Newest", "conversation_with_bot")]
    public async Task A_list_walks_its_index(string view, string status, string sort, string index)
    {
        DeskFilter filter = new() { View = Enum.Parse<DeskView>(view), Status = Enum.Parse<AssignmentStatus>(status), Sort = Enum.Parse<DeskSort>(sort) };
        foreach (DeskFilter page in (DeskFilter[])[filter, filter with { After = new DeskCursor(20_000_000, "c1") }])
        {
            string plan = await ListPlanAsync(page, rareTag: false);
            Assert.Contains(index, plan, StringComparison.Ordinal);
            AssertNoTableIsReadThrough(plan);
        }
    }

    [Theory]
    [InlineData("Resolved", "Newest")]
    [InlineData("Open", "Waiting")]
    [InlineData("Open", "Newest")]
    public async Task A_page_of_a_long_list_is_not_sorted(string status, string sort)
    {
        DeskFilter filter = new() { View = DeskView.All, Status = Enum.Parse<AssignmentStatus>(status), Sort = Enum.Parse<DeskSort>(sort) };
        Assert.DoesNotContain("Sort Key", Before(await ListPlanAsync(filter, rareTag: false), "SubPlan"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rare_tag_is_looked_up_and_not_waited_for()
    {
        string plan = await ListPlanAsync(new DeskFilter { View = DeskView.All, Status = AssignmentStatus.Resolved, Tag = "rare" }, rareTag: true);
        Assert.Contains("assignment_tag_name", plan, StringComparison.Ordinal);
        AssertNoTableIsReadThrough(plan);
    }

    [Theory]
    [InlineData("'订单' <-> '单号'")]
    [InlineData("'w77':*")]
    public async Task A_word_is_looked_up_and_only_the_page_is_fetched(string query)
    {
        string plan = await PlanAsync(PostgresSearchStore.LookUp, values => values.With(query).With(long.MaxValue).With((long?)null).With((long?)null).With((string?)null).With((string?)null).With(60));
        Assert.Contains("searchable_words", plan, StringComparison.Ordinal);
        AssertNoTableIsReadThrough(plan);

        // What is found is sorted below the joins, which then stop at the page's end.
        Assert.DoesNotContain("Sort", Before(plan, "Nested Loop"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_old_is_found_from_the_old_end()
    {
        await using NpgsqlConnection connection = await seeded.Bench.Database.Source.OpenConnectionAsync();
        string plan = string.Join('\n', await connection.QueryAsync<string>("explain " + IdleConversations.Select, new { before = Now - 1_000_000, at = 0L, id = "", limit = 200 }));
        Assert.Contains("conversation_with_bot", plan, StringComparison.Ordinal);
        AssertNoTableIsReadThrough(plan);
    }

    private static void AssertNoTableIsReadThrough(string plan) =>
        Assert.All(["conversation", "assignment", "message", "searchable"], table => Assert.DoesNotMatch($@"Seq Scan on {table}\b", plan));

    private static string Before(string text, string mark) => text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and int at ? text[..at] : text;

    private Task<string> ListPlanAsync(DeskFilter filter, bool rareTag) => PlanAsync(PostgresDeskStore.Sql(filter, rareTag), values => values
        .With("a7").With(Now).With((long)filter.Status).With(filter.Agent).With(filter.After?.Key).With(filter.After?.Id).With(filter.Channel).With(filter.Locale).With(filter.Tag).With(50));

    private async Task<string> PlanAsync(string sql, Action<NpgsqlParameterCollection> bind)
    {
        await using NpgsqlConnection connection = await seeded.Bench.Database.Source.OpenConnectionAsync();
        await using NpgsqlCommand command = new("explain " + sql, connection);
        bind(command.Parameters);
        await using NpgsqlDataReader row = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await row.ReadAsync())
        {
            lines.Add(row.GetString(0));
        }

        return string.Join('\n', lines);
    }

    /// <summary>One in twenty conversations is open, as many are with the bot now, the others have ended.</summary>
    public sealed class Seeded : IAsyncLifetime
    {
        private static readonly string Fill = $$"""
            insert into conversation (id, channel, user_id, last_sequence, last_at, version, owner, created_at, active_at)
            select 'c' || n, 'directline', 'u' || n % 1000, 4, n * 1000, 2, case when n % 40 = 0 then 1 when n % 40 = 1 then 2 else 0 end, n * 1000, case when n % 20 = 2 then n * 1000 else -100000000 end from generate_series(1, {{Conversations}}) n;
            insert into message (conversation_id, sequence, at, sender, reply_to, fingerprint, body) select id, s, last_at + s, s % 3, 0, 0, '{}' from conversation, generate_series(1, 4) s;
            insert into assignment (conversation_id, channel, owner, status, agent_id, priority, placed_at, waiting_since, heard, last_at)
            select id, channel, owner, case owner when 0 then 2 else 0 end, 'a' || (last_at / 1000) % 50, 0, last_at, case when owner > 0 then last_at end, 1, last_at from conversation;
            insert into assignment_tag select case when last_at % 400000 = 0 then 'rare' else 'delivery' end, conversation_id from assignment where last_at % 5000 = 0;
            insert into searchable (conversation_id, sequence, at, words)
            select conversation_id, sequence, at, ('''w' || at / 1000 % 20000 || ''':1 ''parcel'':2 ''订单'':' || 3 + at % 9 || case when at % 5000 < 4 then ' ''单号'':4' else '' end)::tsvector from message where sender <> 1 order by at;
            """;

        internal PostgresBench Bench { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Bench = await PostgresBench.CreateAsync();
            await using NpgsqlConnection connection = await Bench.Database.Source.OpenConnectionAsync();
            await connection.ExecuteAsync(Fill, commandTimeout: 3600);
            await connection.ExecuteAsync("vacuum analyze", commandTimeout: 3600);
        }

        public Task DisposeAsync() => Bench.DisposeAsync().AsTask();
    }
}
