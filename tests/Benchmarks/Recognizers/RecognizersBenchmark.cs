using System.Diagnostics;
using System.Text.Json;
using SupportBot.Recognizers;

namespace SupportBot.Benchmarks.Recognizers;

/// <summary>The same utterances, all kinds together, through ours and through Microsoft's recognisers on Node, in one run.</summary>
internal static class RecognizersBenchmark
{
    private const int WarmUps = 400;
    private const int Rounds = 50;
    private const int HostileRounds = 6;
    private static readonly DateTime Reference = new(2026, 11, 21, 10, 0, 0);

    public static async Task<int> RunAsync(string[] args)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Recognizers");
        string file = Path.Combine(folder, "utterances.txt");
        (Culture Culture, string Text)[] utterances = Read(file);
        RecognizersTimes ours = Measure(utterances);
        Console.WriteLine($"ours: {ours}, {ours.Allocated:0} B allocated an utterance");
        foreach ((string name, double milliseconds) in MeasureHostile())
            Console.WriteLine($"ours, 64 KB of {name}: {milliseconds:0.0} ms");
        if (args is not ["--no-peer"] && await MeasurePeerAsync(Path.Combine(folder, "peer"), file, utterances.Length) is { } peer)
            Console.WriteLine($"peer: {peer}; ours is {peer.Median / ours.Median:0} times as fast at the median");
        return 0;
    }

    private static (Culture Culture, string Text)[] Read(string file) =>
    [
        .. File.ReadLines(file).Select(line => line.Split('\t')).Where(parts => parts.Length == 2)
            .Select(parts => (parts[0] == "zh" ? Culture.Chinese : Culture.English, parts[1])),
    ];

    private static RecognizersTimes Measure((Culture Culture, string Text)[] utterances)
    {
        long start = Stopwatch.GetTimestamp();
        Recognizer.Recognize(utterances[0].Text, utterances[0].Culture, Kinds.All, Reference);
        double first = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        for (int i = 0; i < WarmUps; i++)
            Round(utterances, []);
        List<double> times = new(Rounds * utterances.Length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
            Round(utterances, times);
        double allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(Rounds * utterances.Length);
        return RecognizersTimes.Of(first, times, utterances.Length, allocated);
    }

    private static void Round((Culture Culture, string Text)[] utterances, List<double> times)
    {
        foreach ((Culture culture, string text) in utterances)
        {
            long start = Stopwatch.GetTimestamp();
            Recognizer.Recognize(text, culture, Kinds.All, Reference);
            if (times.Capacity > 0)
                times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
    }

    private static IEnumerable<(string Name, double Milliseconds)> MeasureHostile()
    {
        foreach (string unit in new[] { "1", "(", "十百千万", "点一", "e\u0301", "1-", "monday ", "下" })
        {
            string text = string.Concat(Enumerable.Repeat(unit, 65536 / unit.Length));
            foreach (Culture culture in Enum.GetValues<Culture>())
            {
                double best = double.MaxValue;
                for (int i = 0; i < HostileRounds; i++)
                {
                    long start = Stopwatch.GetTimestamp();
                    Recognizer.Recognize(text, culture, Kinds.All, Reference);
                    best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

                yield return ($"'{unit}' ({culture})", best);
            }
        }
    }

    private static async Task<RecognizersTimes?> MeasurePeerAsync(string folder, string file, int utterances)
    {
        if (!Directory.Exists(Path.Combine(folder, "node_modules")) && await RunAsync("npm", ["ci", "--no-audit", "--no-fund"], folder) is null)
        {
            Console.Error.WriteLine($"The peer could not be installed: run 'npm ci' in {folder}");
            return null;
        }

        string? output = await RunAsync("node", ["run.mjs", file], folder);
        if (output is null)
            return null;
        using JsonDocument result = JsonDocument.Parse(output);
        List<double> times = [.. result.RootElement.GetProperty("times").EnumerateArray().Select(time => time.GetDouble())];
        return RecognizersTimes.Of(result.RootElement.GetProperty("first").GetDouble(), times, utterances, 0);
    }

    private static async Task<string?> RunAsync(string program, string[] arguments, string folder)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : null;
    }
}
