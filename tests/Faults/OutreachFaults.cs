using System.Diagnostics;
using System.Text.Json;
using SupportBot.BotService.Tests.Outreach;
using SupportBot.Tests.Shared;

namespace SupportBot.Faults;

/// <summary>
/// O1, O2 and O10: campaigns by chat and by e-mail while nodes are killed. The mail server and the conversations tell what really arrived: nobody
/// gets anything twice, nobody is passed over, whose fate is not known is flagged, all nodes together keep to the rate, and what is paused or
/// cancelled ends within a second.
/// </summary>
internal sealed class OutreachFaults(Arguments arguments, Cluster cluster, OutreachAudience audience, MailServer mail, DeskClient desk)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Watched = TimeSpan.FromMilliseconds(1_500);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly List<string> broken = [];

    public static async Task<int> RunAsync(Arguments arguments)
    {
        int seed = arguments.Number("seed", Environment.TickCount & 0xFFFFFF);
        int nodes = arguments.Number("nodes", 3);
        int rate = arguments.Number("rate", 100);

        // So that some are always under way when a node is killed.
        using MailServer mail = new() { Thinks = TimeSpan.FromMilliseconds(200) };
        using Cluster cluster = await Cluster.StartAsync(
            nodes,
            "--Email:Host", "127.0.0.1", "--Email:Port", $"{mail.Port}", "--Email:Security", "None", "--Email:From", "shop@shop.example",
            "--Outreach:PublicUrl", "https://support.shop.example", "--Outreach:Channels:email:PerSecond", $"{rate}", "--Outreach:Channels:chat:PerSecond", $"{arguments.Number("chat-rate", 5)}", "--Outreach:Lease", "00:00:05", "--Outreach:Interval", "00:00:00.200",
            "--Outreach:QuietFrom", "00:00", "--Outreach:QuietUntil", "00:00", "--Outreach:ApprovalAbove", "1000000", "--Outreach:PerDay", "100", "--Outreach:PerWeek", "500");
        (string email, string password) = await cluster.Nodes[0].AdministratorAsync();
        using DeskClient desk = await DeskClient.FirstAsync([.. cluster.Nodes.Select(node => node.Address)], email, password);
        OutreachAudience audience = await OutreachAudience.GatherAsync(cluster, desk, arguments.Number("recipients", 3_000), arguments.Number("chats", 60));
        Console.WriteLine($"{audience.Emails} e-mails and {audience.Chats} chats, {nodes} nodes, seed {seed}");
        OutreachFaults run = new(arguments, cluster, audience, mail, desk);
        await run.KillAsync(new Random(seed), rate);
        if (arguments.Number("rounds", 50) is > 0 and int rounds)
        {
            await run.HoldAsync(rounds);
        }

        return run.Report();
    }

    /// <summary>O1 and O10: sent once by whichever node lives, and together no faster than the rate.</summary>
    private async Task KillAsync(Random random, int rate)
    {
        string id = await audience.LaunchAsync("first", null);
        using CancellationTokenSource stop = new();
        Task<double> fastest = FastestAsync(stop.Token);
        int kills = 0;
        for (Stopwatch sinceKill = Stopwatch.StartNew(); kills < arguments.Number("kills", 10) && !await IsAsync(id, "finished"); kills++, sinceKill.Restart())
        {
            ServiceProcess node = cluster.Nodes[random.Next(cluster.Nodes.Length)];
            await node.KillAsync();
            await node.StartAsync();
            TimeSpan pause = TimeSpan.FromMilliseconds(arguments.Number("pause", random.Next(200, 1_500))) - sinceKill.Elapsed;
            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero);
        }

        JsonElement results = await UntilAsync(id, "finished");
        await stop.CancelAsync();
        Require(await fastest <= rate * 1.25, $"{await fastest:F0} e-mails a second left, {rate} were allowed");

        long sent = results.GetProperty("sent").GetInt64();
        long unknown = UnknownOf(results);
        long chats = await audience.ChatsToldAsync();
        int arrived = Once("first");
        Require(chats == audience.Chats, $"{chats} of {audience.Chats} chats were told once");
        Require(sent + unknown == audience.Emails + audience.Chats, $"{sent} are sent and {unknown} unknown of {audience.Emails + audience.Chats}");
        Require(arrived <= sent - chats + unknown && arrived >= sent - chats, $"{arrived} e-mails arrived, {sent - chats} are shown as sent and {unknown} as unknown");
        Console.WriteLine($"killed {kills} times: {arrived} e-mails arrived once, {unknown} are flagged as unknown, {chats} chats told once; at most {await fastest:F0} a second of {rate}");
    }

    /// <summary>O2: one is paused and resumed again and again while others are launched and cancelled, then it is cancelled too.</summary>
    private async Task HoldAsync(int rounds)
    {
        string id = await audience.LaunchAsync("second", arguments.Number("slowly", 20));
        for (int round = 0; round < rounds; round++)
        {
            int before = Arrived("second");
            string briefly = $"called off {round + 1}";
            string other = await audience.LaunchAsync(briefly, arguments.Number("slowly", 20));
            await UntilAsync(() => Arrived("second") > before && Arrived(briefly) > 0, "running campaigns send");
            await MoveAsync(id, "pause");
            await MoveAsync(other, "cancel");
            Require(await StillAsync(), $"something was sent {Within.TotalSeconds:F0} s after pause and cancellation {round + 1}");
            await CancelledAsync(other, briefly);
            await MoveAsync(id, "resume");
        }

        await MoveAsync(id, "cancel");
        Require(await StillAsync(), "something was sent 1 s after the end");
        (long sent, long cancelled) = await CancelledAsync(id, "second");
        Require(cancelled > 0 && sent + cancelled == audience.Emails, $"{sent} sent and {cancelled} called off are not {audience.Emails}: more recipients are needed for so many rounds, or some were lost");
        Console.WriteLine($"paused and resumed {rounds} times and cancelled: {sent} arrived once, {cancelled} called off; {rounds} others cancelled meanwhile");
    }

    /// <summary>What was sent of a cancelled campaign is what arrived.</summary>
    private async Task<(long Sent, long Cancelled)> CancelledAsync(string id, string name)
    {
        JsonElement results = await desk.CallAsync(HttpMethod.Get, $"/api/outreach/campaigns/{id}/results");
        int arrived = Once(name);
        long sent = results.GetProperty("sent").GetInt64();
        Require(arrived == sent && UnknownOf(results) == 0, $"{arrived} e-mails of {name} arrived, {sent} are shown as sent");
        return (sent, results.GetProperty("excluded").TryGetProperty("cancelled", out JsonElement count) ? count.GetInt64() : 0);
    }

    private Task<JsonElement> MoveAsync(string id, string move) => desk.CallAsync(HttpMethod.Post, $"/api/outreach/campaigns/{id}/{move}");

    // What is on its way may arrive within the second; after it nothing may.
    private async Task<bool> StillAsync()
    {
        await Task.Delay(Within);
        int before = mail.Taken.Count;
        await Task.Delay(Watched);
        return mail.Taken.Count == before;
    }

    /// <summary>How many arrived, each of whom must have got one.</summary>
    private int Once(string campaign)
    {
        string[] twice = [.. Readers(campaign).CountBy(to => to).Where(reader => reader.Value > 1).Select(reader => reader.Key)];
        Require(twice.Length == 0, $"{string.Join(", ", twice.Take(5))} got {campaign} more than once");
        return Readers(campaign).Distinct().Count();
    }

    private int Arrived(string campaign) => Readers(campaign).Count();

    private IEnumerable<string> Readers(string campaign) => mail.Taken.Where(taken => taken.Data.Contains($"Subject: {campaign}\r\n", StringComparison.Ordinal)).Select(taken => taken.To);

    private static long UnknownOf(JsonElement results) => results.GetProperty("variants").EnumerateArray().Sum(variant => variant.GetProperty("unknown").GetInt64());

    // In the busiest five seconds: what one node claimed and then stood still with may leave together with the next.
    private async Task<double> FastestAsync(CancellationToken stop)
    {
        List<(long At, int Count)> seen = [];
        double fastest = 0;
        while (!stop.IsCancellationRequested)
        {
            (long At, int Count) now = (Stopwatch.GetTimestamp(), mail.Taken.Count);
            seen.Add(now);
            (long At, int Count) then = seen.FindLast(sample => Stopwatch.GetElapsedTime(sample.At, now.At) >= TimeSpan.FromSeconds(5));
            fastest = then.At == 0 ? fastest : Math.Max(fastest, (now.Count - then.Count) / Stopwatch.GetElapsedTime(then.At, now.At).TotalSeconds);
            await Task.Delay(50, CancellationToken.None);
        }

        return fastest;
    }

    private async Task<JsonElement> UntilAsync(string id, string status)
    {
        await UntilAsync(() => IsAsync(id, status), $"the campaign is {status}");
        return await desk.CallAsync(HttpMethod.Get, $"/api/outreach/campaigns/{id}/results");
    }

    private async Task<bool> IsAsync(string id, string status) => (await desk.CallAsync(HttpMethod.Get, $"/api/outreach/campaigns/{id}")).GetProperty("status").GetString() == status;

    private static Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    private static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        Stopwatch waiting = Stopwatch.StartNew();
        while (!await holds())
        {
            if (waiting.Elapsed > Limit)
            {
                throw new TimeoutException($"It was waited for {Limit.TotalMinutes:F0} minutes that {what}.");
            }

            await Task.Delay(100);
        }
    }

    private void Require(bool held, string promise)
    {
        if (!held)
        {
            broken.Add(promise);
        }
    }

    private int Report()
    {
        broken.ForEach(promise => Console.WriteLine($"BROKEN {promise}"));
        Console.WriteLine(broken.Count == 0 ? "1 passed, 0 failed" : "0 passed, 1 failed");
        return broken.Count == 0 ? 0 : 1;
    }
}
