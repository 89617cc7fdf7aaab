using System.Globalization;
using System.Text.Json;
using SupportBot.Tests.Shared;

namespace SupportBot.Benchmarks.Turns;

/// <summary>Ours answers from the demo store's articles and stores every message durably; the peer echoes and stores nothing.</summary>
internal static class TurnsBenchmark
{
    private const int Connections = 32;

    private static readonly string[] Questions =
    [
        "how long does delivery take", "我想退货怎么弄", "can i pay with paypal", "退款多久到账啊", "where is my order", "有没有优惠券",
        "my parcel arrived broken", "发什么快递", "do you deliver to ireland", "能开发票吗", "which size should i take", "保修多久",
        "is the kettle in stock", "会员有什么好处", "opening hours of the london shop", "快递显示签收了但我没收到",
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        TimeSpan time = TimeSpan.FromSeconds(Arguments.Number(args, "--seconds", 10));
        using BenchmarkStore store = await BenchmarkStore.OpenAsync(args);
        using ServiceProcess service = new(["--BotFramework:AllowUnauthenticated", "true", .. store.Settings]);
        await service.StartAsync();
        using EchoBot peer = await EchoBot.StartAsync();

        Figures theirs = await MeasureAsync("botbuilder echo, nothing stored", peer.Address, peer.Id, time, null);
        Figures ours = await MeasureAsync($"SupportBot, answered, on {store.Name}", new Uri(service.Address, "/api/messages"), service.Id, time, store);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio: {ours.PerSecond / theirs.PerSecond:F1} x the messages/s, {ours.CpuPerMessage / theirs.CpuPerMessage:F2} x the CPU a message"));
        return 0;
    }

    private static async Task<Figures> MeasureAsync(string name, Uri address, int processId, TimeSpan time, BenchmarkStore? store)
    {
        string run = Guid.NewGuid().ToString("N");
        HttpLoad load = new(address, (connection, number) => Body(run, connection, number));
        await load.RunAsync(Connections, TimeSpan.FromSeconds(3));
        run = Guid.NewGuid().ToString("N");
        ServerWork serverBefore = store is null ? default : await store.WorkAsync();
        ProcessUsage before = ProcessUsage.Of(processId);
        double[] latencies = await load.RunAsync(Connections, time);
        ProcessUsage after = ProcessUsage.Of(processId);
        Figures figures = new(latencies.Length / time.TotalSeconds, (after.Cpu - before.Cpu).TotalMilliseconds / latencies.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {figures.PerSecond,8:F0} messages/s   p50 {latencies[latencies.Length / 2]:F2} ms   p99 {latencies[latencies.Length * 99 / 100]:F2} ms   {figures.CpuPerMessage:F3} CPU-ms a message   RSS {after.ResidentBytes / 1048576} MB"));
        if (store?.ConnectionString is not null)
        {
            ServerWork server = await store.WorkAsync();
            double turns = latencies.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"its PostgreSQL",-34} {(server.Cpu - serverBefore.Cpu).TotalMilliseconds / turns:F3} CPU-ms, {(server.LogBytes - serverBefore.LogBytes) / turns:F0} bytes of log, {(server.Transactions - serverBefore.Transactions) / turns:F3} commits and {(server.Syncs - serverBefore.Syncs) / turns:F3} syncs a message"));
        }

        return figures;
    }

    private static string Body(string run, int connection, int number) => JsonSerializer.Serialize(new
    {
        type = "message",
        id = $"{run}-{connection}-{number}",
        text = Questions[(connection + number) % Questions.Length],
        channelId = "emulator",
        serviceUrl = "http://127.0.0.1:9/",
        from = new { id = $"user{connection}" },
        recipient = new { id = "bot" },
        conversation = new { id = $"{run}-{connection}" },
        deliveryMode = "expectReplies",
    });

    private readonly record struct Figures(double PerSecond, double CpuPerMessage);
}
