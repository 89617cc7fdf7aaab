using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SupportBot.Benchmarks.Desk;
using SupportBot.Tests.Shared;

namespace SupportBot.Benchmarks.Outreach;

/// <summary>A greeting to many: from its launch until each has it in their conversation, once.</summary>
internal static class OutreachBenchmark
{
    private const double SlowestPerSecond = 2_000;

    public static async Task<int> RunAsync(string[] args)
    {
        int recipients = Arguments.Number(args, "--recipients", 100_000);
        using BenchmarkStore store = await BenchmarkStore.OpenAsync(args, counting: true);
        using ServiceProcess service = new(["--Outreach:ApprovalAbove", "10000000", "--Outreach:QuietFrom", "00:00", "--Outreach:QuietUntil", "00:00", .. store.Settings]);
        await service.StartAsync();
        await service.KillAsync();
        string key = Seed(store.Seed(service, OutreachSeed.Columns), recipients);
        await service.StartAsync();
        await UntilNamesAreReadAsync(store, service);
        using OutreachDesk desk = new(service, key);
        (long sent, double perSecond) = await SendAsync(desk, service, store, recipients);
        await QuartzTriggers.RunAsync(Arguments.Number(args, "--quartz", 1_000), store.ConnectionString);
        return sent == recipients && perSecond >= SlowestPerSecond ? 0 : 1;
    }

    private static string Seed(ISeedTables tables, int recipients)
    {
        using (tables)
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            string key = DeskSeed.Staff(tables, 1, "Marketer", now)[0];
            OutreachSeed.Customers(tables, recipients, now);
            tables.Complete();
            return key;
        }
    }

    private static async Task<(long Sent, double PerSecond)> SendAsync(OutreachDesk desk, ServiceProcess service, BenchmarkStore store, int recipients)
    {
        string campaign = await DraftAsync(desk);
        ServerWork before = await store.WorkAsync();
        TimeSpan cpu = ProcessUsage.Of(service.Id).Cpu;
        long size = SizeOf(service);
        Stopwatch clock = Stopwatch.StartNew();
        await desk.LaunchAsync(campaign);
        TimeSpan launched = clock.Elapsed;
        JsonElement results = await UntilAsync(desk, campaign, recipients);
        TimeSpan took = clock.Elapsed - launched;
        long sent = results.GetProperty("sent").GetInt64();
        double perSecond = sent / took.TotalSeconds;
        ServerWork after = await store.WorkAsync();
        Console.WriteLine(Line($"{sent} of {recipients} on {store.Name}: checked and launched in {launched.TotalSeconds:F1} s, planned and stored in every conversation in {took.TotalSeconds:F1} s: {perSecond:F0}/s"));
        Console.WriteLine(Line($"service {(ProcessUsage.Of(service.Id).Cpu - cpu).TotalMilliseconds / sent:F3} CPU-ms a message"));
        Console.WriteLine(store.ConnectionString is null
            ? Line($"{(SizeOf(service) - size) / (double)sent:F0} bytes a message in the database and its log")
            : Line($"server {(after.Cpu - before.Cpu).TotalMilliseconds / sent:F3} CPU-ms, {(after.LogBytes - before.LogBytes) / (double)sent:F0} bytes of log, {(after.Transactions - before.Transactions) / (double)sent:F4} transactions a message"));
        if (after.Statements - before.Statements is { } statements)
        {
            Console.WriteLine(Line($"{statements / (double)sent:F4} statements a message"));
        }

        return (sent, perSecond);
    }

    private static async Task<string> DraftAsync(OutreachDesk desk)
    {
        string template = await desk.AddAsync("templates", new { name = "Greeting", words = new { en = new { text = "Happy New Year, {{name|friend}}, from all of {{store}}!" }, zh = new { text = "{{name|朋友}}，新年快乐！{{store}}敬上" } } });
        string segment = await desk.AddAsync("segments", new { name = "Agreed", rule = new { join = "all", rules = new[] { new { field = "consent", @operator = "is", value = "chat.greetings" } } } });
        DateTime east = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(OutreachSeed.Zone)).DateTime.AddMinutes(-5);
        return await desk.AddAsync("campaigns", new
        {
            name = "New Year",
            day = east.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            time = east.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            segmentId = segment,
            variants = new[] { new { templateId = template, weight = 1 } },
        });
    }

    private static async Task<JsonElement> UntilAsync(OutreachDesk desk, string campaign, int recipients)
    {
        // The figures are counted from the rows themselves, so they are asked for seldom.
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(500));
        Stopwatch clock = Stopwatch.StartNew();
        while (await timer.WaitForNextTickAsync())
        {
            if (await desk.StatusAsync(campaign) == "finished" || clock.Elapsed > TimeSpan.FromSeconds(recipients / 100.0 + 60))
            {
                break;
            }
        }

        return await desk.ResultsAsync(campaign);
    }

    // The customers are old ones: that the search reads their names is no part of a greeting.
    private static async Task UntilNamesAreReadAsync(BenchmarkStore store, ServiceProcess service)
    {
        await using DbConnection connection = await store.ConnectAsync(service);
        await using DbCommand left = connection.CreateCommand();
        left.CommandText = "select count(*) from customer_search_due";
        while (Convert.ToInt64(await left.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0)
        {
            await Task.Delay(200);
        }
    }

    private static long SizeOf(ServiceProcess service) => new[] { "", "-wal" }.Select(end => new FileInfo(BenchmarkStore.FileOf(service) + end)).Where(file => file.Exists).Sum(file => file.Length);

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
