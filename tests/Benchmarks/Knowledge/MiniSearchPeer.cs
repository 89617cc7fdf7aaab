using System.Diagnostics;
using System.Text.Json;

namespace SupportBot.Benchmarks.Knowledge;

/// <summary>The npm package MiniSearch on Node, installed from its lock file.</summary>
internal static class MiniSearchPeer
{
    public static async Task<Timing> MeasureAsync(Corpus corpus)
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "Knowledge", "peer");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await RunAsync(folder, "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
        }
        string file = Path.Combine(folder, "corpus.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { articles = corpus.Articles, questions = corpus.Questions }));
        string times = await RunAsync(folder, "node", ["--max-old-space-size=4096", "search.js", file]);
        return Timing.Of(JsonSerializer.Deserialize<double[]>(times) ?? []);
    }

    private static async Task<string> RunAsync(string folder, string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} cannot be started.");
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
