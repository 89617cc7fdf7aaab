namespace SupportBot.Knowledge.Learning;

internal static class Thresholds
{
    /// <summary>The threshold at which right answers and right refusals together are worth most.</summary>
    public static double Balanced(IReadOnlyList<Rehearsed> rehearsed, RefusalHead head, LearningSettings settings)
    {
        (double Known, double Gain)[] judged = [.. rehearsed
            .Select(r => (head.Probability(r.Signals), r.Ours ? r.Right ? -r.Weight * settings.OwnValue : 0 : r.Weight * (1 - settings.OwnValue)))
            .OrderBy(p => p.Item1)];
        double gain = 0;
        double best = 0;
        double threshold = 0;
        foreach ((double known, double change) in judged)
        {
            gain += change;
            if (gain > best)
            {
                best = gain;
                threshold = known;
            }
        }
        return threshold + 1e-6;
    }
}
