namespace SupportBot.Knowledge.Learning;

internal static class Thresholds
{
    /// <summary>The threshold at which right answers and right refusals together are most, both halves weighing the same.</summary>
    public static double Balanced(IReadOnlyList<Rehearsed> rehearsed, RefusalHead head)
    {
        (float Probability, Rehearsed Text)[] judged = [.. rehearsed.Select(r => (head.Probability(r.Signals), r)).OrderBy(p => p.Item1)];
        double ours = Math.Max(1e-6, rehearsed.Where(r => r.Ours).Sum(r => r.Weight));
        double others = Math.Max(1e-6, rehearsed.Where(r => !r.Ours).Sum(r => r.Weight));
        double gain = 0;
        double best = 0;
        double threshold = 0;
        foreach ((float probability, Rehearsed text) in judged)
        {
            gain += text.Ours ? text.Right ? -text.Weight / ours : 0 : text.Weight / others;
            if (gain > best)
            {
                best = gain;
                threshold = probability;
            }
        }
        return threshold + 1e-6;
    }
}
