using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Benchmarks.Desk;

/// <summary>The desk over a large store: lists, search and floor; then many agents and shoppers who talk.</summary>
internal static class DeskBenchmark
{
    private const double SlowestList = 300;
    private const double SlowestTalk = 150;
    private const double SlowestHandOff = 5_000;

    public static async Task<int> RunAsync(string[] args)
    {
        int conversations = Arguments.Number(args, "--conversations", 1_000_000);
        int agents = Arguments.Number(args, "--agents", 200);
        int shoppers = Arguments.Number(args, "--shoppers", 2_000);
        using BenchmarkStore store = await BenchmarkStore.OpenAsync(args);
        using ServiceProcess service = new(["--Desk:AutoAccept", "true", "--Desk:Capacity", Line($"{(shoppers / agents) + 10}"), "--Desk:GreetOnAccept", "false", .. store.Settings]);
        await service.StartAsync();
        await service.KillAsync();
        Stopwatch seeding = Stopwatch.StartNew();
        (IReadOnlyList<string> keys, string supervisor) = Seed(store.Seed(service, DeskSeed.Columns), conversations, agents);
        Console.WriteLine(Line($"{conversations} conversations seeded in {store.Name} in {seeding.Elapsed.TotalSeconds:F0} s"));
        await service.StartAsync();
        bool held = await ListsAsync(service, supervisor, conversations);
        using DeskTalk talk = new(service.Address, keys, shoppers, Arguments.Number(args, "--seconds", 20), Arguments.Number(args, "--interval", 10));
        (double[] toPerson, double[] toAgent, double[] toShopper) = await talk.RunAsync();
        held &= Report("from asking for a person to having one", toPerson, SlowestHandOff) && toPerson.Length == shoppers;
        held &= Report("shopper's message to the agent's socket", toAgent, SlowestTalk);
        held &= Report("agent's answer to the shopper's socket", toShopper, SlowestTalk);
        return held ? 0 : 1;
    }

    private static (IReadOnlyList<string> Agents, string Supervisor) Seed(ISeedTables tables, int conversations, int agents)
    {
        using (tables)
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            IReadOnlyList<string> keys = DeskSeed.Staff(tables, agents, "Agent", now);
            string supervisor = DeskSeed.Staff(tables, 1, "Supervisor", now)[0];
            DeskSeed.Conversations(tables, conversations, agents, now);
            tables.Complete();
            return (keys, supervisor);
        }
    }

    private static async Task<bool> ListsAsync(ServiceProcess service, string key, int conversations)
    {
        using HttpClient http = new() { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Add("Cookie", $"sb_staff={key}");
        await IndexedAsync(http, conversations);
        bool held = true;
        foreach (string path in (string[])[
            "conversations?view=mine", "conversations?view=unassigned&sort=waiting", "conversations?view=all", "conversations?view=all&sort=waiting", "conversations?view=bot",
            "conversations?view=all&status=resolved", "conversations?view=all&status=resolved&tag=delivery", "conversations?view=all&status=resolved&tag=rare", "conversations?view=all&status=resolved&agent=Agent-7", "conversations?view=all&status=resolved&locale=zh",
            "search?q=parcel", "search?q=zip%20broke", "search?q=退货", "search?q=发票抬头", "search?q=%231234", "floor"])
        {
            double[] took = await TimeAsync(http, $"/api/desk/{path}", 60);
            held &= Report(Uri.UnescapeDataString(path), took, SlowestList);
        }

        return held;
    }

    // The seeded messages are read into the search behind the start.
    private static async Task IndexedAsync(HttpClient http, int conversations)
    {
        Stopwatch waiting = Stopwatch.StartNew();
        string newest = Line($"#{conversations - 1}");
        while ((await http.GetFromJsonElementAsync($"/api/desk/search?q={Uri.EscapeDataString(newest)}")).GetProperty("items").GetArrayLength() == 0)
        {
            await Task.Delay(500);
        }

        Console.WriteLine(Line($"search had read everything {waiting.Elapsed.TotalSeconds:F0} s after the start"));
    }

    private static async Task<double[]> TimeAsync(HttpClient http, string path, int count)
    {
        double[] took = new double[count];
        for (int number = 0; number < count; number++)
        {
            long started = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await http.GetAsync(path);
            await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
            took[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        }

        return took;
    }

    private static bool Report(string what, double[] milliseconds, double slowest)
    {
        Array.Sort(milliseconds);
        if (milliseconds.Length == 0)
        {
            Console.WriteLine($"{what}: nothing measured");
            return false;
        }

        double p95 = milliseconds[(milliseconds.Length - 1) * 95 / 100];
        Console.WriteLine(Line($"{what}: p50 {milliseconds[milliseconds.Length / 2]:F1} ms, p95 {p95:F1} ms, most {milliseconds[^1]:F1} ms of {milliseconds.Length}{(p95 <= slowest ? "" : $"  TOO SLOW, at most {slowest} ms")}"));
        return p95 <= slowest;
    }

    private static async Task<JsonElement> GetFromJsonElementAsync(this HttpClient http, string path) => JsonElement.Parse(await http.GetStringAsync(path));

    private static string Line(FormattableString text) => FormattableString.Invariant(text);
}
