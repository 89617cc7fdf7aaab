using System.Diagnostics;
using SupportBot.Knowledge;
using SupportBot.Knowledge.Evaluation;

namespace SupportBot.Commands;

/// <summary>Times single questions on one thread, from raw string to decision.</summary>
internal static class KnowledgeLatency
{
    /// <summary>Each question is timed this often and its median taken, so that what others do on the machine does not count as ours.</summary>
    private const int Rounds = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Median and 99th percentile in microseconds, and bytes allocated a question.</summary>
    public static (double Median, double P99, double Allocated) Measure(KnowledgeIndex index, List<LabelledText> questions, string locale)
    {
        if (questions.Count == 0)
        {
            return default;
        }
        for (Stopwatch warm = Stopwatch.StartNew(); warm.Elapsed < WarmUp;)
        {
            Ask(index, questions, locale);
        }
        long before = GC.GetAllocatedBytesForCurrentThread();
        Ask(index, questions, locale);
        double allocated = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / questions.Count;
        double[] times = [.. questions.Select(q => Time(index, q.Text, locale)).Order()];
        return (Math.Round(times[times.Length / 2], 2), Math.Round(times[(int)(times.Length * 0.99)], 2), Math.Round(allocated, 1));
    }

    private static void Ask(KnowledgeIndex index, List<LabelledText> questions, string locale)
    {
        foreach (LabelledText question in questions)
        {
            index.Find(question.Text, locale);
        }
    }

    private static double Time(KnowledgeIndex index, string question, string locale)
    {
        Span<double> rounds = stackalloc double[Rounds];
        foreach (ref double round in rounds)
        {
            long start = Stopwatch.GetTimestamp();
            index.Find(question, locale);
            round = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
        rounds.Sort();
        return rounds[Rounds / 2];
    }
}
