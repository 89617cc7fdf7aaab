using System.Data.Common;
using System.Globalization;
using SupportBot.Benchmarks.Desk;
using SupportBot.Tests.Shared;

namespace SupportBot.Benchmarks.Outreach;

/// <summary>Very many reminders that are still to come: what they cost while none is due, and how late those come that are.</summary>
internal static class RemindersBenchmark
{
    private const double LatestSeconds = 2;
    private const int WatchedSeconds = 15;

    // Both kinds keep when they were due, and the log when they were said.
    private const string Lateness = """
        select m.at - r.due_at from reminder r join message m on m.conversation_id = r.conversation_id and m.client_id = 'proactive reminder R1 ' || r.due_at where r.status = 1
        union all select sent_at - planned_at from recipient where status = 2
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        int most = Arguments.Number(args, "--reminders", 1_000_000);
        int due = Arguments.Number(args, "--due", 2_000);
        using BenchmarkStore store = await BenchmarkStore.OpenAsync(args, counting: true);
        using ServiceProcess service = new(["--Outreach:ApprovalAbove", "10000000", "--Outreach:QuietFrom", "00:00", "--Outreach:QuietUntil", "00:00", .. store.Settings]);
        string campaign = await CampaignAsync(store, service);
        int pending = 0;
        foreach (int number in ((int[])[0, 1_000, 100_000, 1_000_000]).Where(number => number < most).Append(most))
        {
            Fill(store, service, campaign, number - pending, TimeSpan.FromDays(2), TimeSpan.FromDays(60), reachable: false);
            pending = number;
            await IdleAsync(store, service, pending);
        }

        // One half evenly over half a minute, the other all at one moment in it.
        Fill(store, service, campaign, due / 4, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(50), reachable: true);
        Fill(store, service, campaign, due / 4, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(40), reachable: true);
        return await DueAsync(store, service, due / 4 * 4) <= LatestSeconds ? 0 : 1;
    }

    /// <summary>The store's own reminders are a campaign's that waits for events; it runs, and the service is stopped.</summary>
    private static async Task<string> CampaignAsync(BenchmarkStore store, ServiceProcess service)
    {
        await service.StartAsync();
        await service.KillAsync();
        string key;
        using (ISeedTables tables = store.Seed(service, new Dictionary<string, string[]> { ["staff"] = DeskSeed.Columns["staff"], ["staff_session"] = DeskSeed.Columns["staff_session"] }))
        {
            key = DeskSeed.Staff(tables, 1, "Marketer", TimeProvider.System.GetUtcNow())[0];
            tables.Complete();
        }

        await service.StartAsync();
        using OutreachDesk desk = new(service, key);
        string template = await desk.AddAsync("templates", new { name = "Cart", words = new { en = new { text = "You left something in your cart." }, zh = new { text = "您的购物车里还有商品。" } } });
        string campaign = await desk.AddAsync("campaigns", new { name = "Cart", purpose = "reminders", occasion = "event", @event = "cartLeft", everyone = true, channels = new[] { "chat" }, variants = new[] { new { templateId = template, weight = 1 } } });
        await desk.LaunchAsync(campaign);
        await service.KillAsync();
        return campaign;
    }

    private static void Fill(BenchmarkStore store, ServiceProcess service, string campaign, int count, TimeSpan from, TimeSpan until, bool reachable)
    {
        using ISeedTables tables = store.Seed(service, ReminderSeed.Columns);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        new ReminderSeed(tables, campaign).Add(count, now + from, now + until, reachable);
        tables.Complete();
    }

    private static async Task IdleAsync(BenchmarkStore store, ServiceProcess service, int pending)
    {
        await service.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(5));
        ServerWork before = await store.WorkAsync();
        TimeSpan cpu = ProcessUsage.Of(service.Id).Cpu;
        await Task.Delay(TimeSpan.FromSeconds(WatchedSeconds));
        ServerWork after = await store.WorkAsync();
        double own = (ProcessUsage.Of(service.Id).Cpu - cpu).TotalMilliseconds;
        string read = store.ConnectionString is null
            ? Line($"{(after.Steps - before.Steps) / (double)WatchedSeconds:F0} steps of SQLite's machine")
            : Line($"{(after.Rows - before.Rows) / (double)WatchedSeconds:F0} rows read, server {(after.Cpu - before.Cpu).TotalMilliseconds / WatchedSeconds:F1} CPU-ms");
        Console.WriteLine(Line($"{pending,9} of each kind pending on {store.Name}, none due: {(after.Statements - before.Statements) / (double)WatchedSeconds:F1} statements, {read}, service {own / WatchedSeconds:F1} CPU-ms a second"));
        await service.KillAsync();
    }

    /// <returns>How late the latest came, in seconds.</returns>
    private static async Task<double> DueAsync(BenchmarkStore store, ServiceProcess service, int due)
    {
        await service.StartAsync();
        await using DbConnection connection = await store.ConnectAsync(service);
        double[] late = [];
        for (int second = 0; second < 180 && late.Length < due; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            late = await LatenessAsync(connection);
        }

        await service.KillAsync();
        if (late.Length < due)
        {
            Console.WriteLine(Line($"{late.Length} of {due} said: the others never came"));
            return double.PositiveInfinity;
        }

        Console.WriteLine(Line($"{late.Length} of {due} said, half of them due at one moment: {late[late.Length / 2]:F2} s late (p50), {late[late.Length * 99 / 100]:F2} s (p99), {late[^1]:F2} s the latest"));
        return late[^1];
    }

    private static async Task<double[]> LatenessAsync(DbConnection connection)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = Lateness;
        await using DbDataReader row = await command.ExecuteReaderAsync();
        List<double> late = [];
        while (await row.ReadAsync())
        {
            late.Add(Convert.ToInt64(row.GetValue(0), CultureInfo.InvariantCulture) / 1000.0);
        }

        late.Sort();
        return [.. late];
    }

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
