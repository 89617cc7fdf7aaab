namespace SupportBot.Benchmarks.Knowledge;

internal static class KnowledgeBenchmark
{
    /// <summary>Compares speed and accuracy; <c>--no-node</c> leaves the npm peer out.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        await SearchBenchmark.RunAsync(!arguments.Contains("--no-node"));
        Console.WriteLine();
        AccuracyBenchmark.Run();
        return 0;
    }
}
