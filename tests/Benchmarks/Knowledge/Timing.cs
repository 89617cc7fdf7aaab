using System.Diagnostics;

namespace SupportBot.Benchmarks.Knowledge;

/// <summary>Median and 99th percentile, in microseconds.</summary>
internal readonly record struct Timing(double Median, double P99)
{
    public static Timing Of(IEnumerable<double> microseconds)
    {
        double[] sorted = [.. microseconds.Order()];
        return new Timing(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
    }

    /// <summary>Asks every question some times to warm up, then once against the clock.</summary>
    public static Timing Measure(IReadOnlyList<string> questions, int warm, Action<string> ask)
    {
        for (int i = 0; i < warm; i++)
        {
            ask(questions[i % questions.Count]);
        }
        return Of([.. questions.Select(question =>
        {
            long start = Stopwatch.GetTimestamp();
            ask(question);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        })]);
    }
}
