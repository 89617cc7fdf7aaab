namespace SupportBot.Knowledge.Evaluation;

/// <summary>What a validation file says about where to refuse.</summary>
public static class Curve
{
    /// <summary>Probability that a question of ours looks more known than a foreign one (area under the ROC curve, by ranks; ties half), 0–1.</summary>
    public static double Auroc(IReadOnlyList<Trial> trials)
    {
        Trial[] sorted = [.. trials.OrderBy(t => t.Known)];
        double ours = sorted.Count(t => t.Ours);
        double foreign = sorted.Length - ours;
        double rankSum = 0;
        for (int i = 0; i < sorted.Length;)
        {
            int end = i;
            while (end < sorted.Length && sorted[end].Known == sorted[i].Known)
            {
                end++;
            }
            double rank = (i + 1 + end) / 2.0;
            rankSum += rank * sorted[i..end].Count(t => t.Ours);
            i = end;
        }
        return ours == 0 || foreign == 0 ? 0 : (rankSum - ours * (ours + 1) / 2) / (ours * foreign);
    }

    /// <summary>The threshold with the best accuracy, foreign questions counted as one more class.</summary>
    public static double Best(IReadOnlyList<Trial> validation)
    {
        Trial[] sorted = [.. validation.OrderBy(t => t.Known)];
        int gain = 0;
        int best = 0;
        double threshold = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            gain += sorted[i].Right ? -1 : sorted[i].Ours ? 0 : 1;
            if (gain > best && (i + 1 == sorted.Length || sorted[i + 1].Known > sorted[i].Known))
            {
                best = gain;
                threshold = i + 1 == sorted.Length ? double.MaxValue : (sorted[i].Known + sorted[i + 1].Known) / 2;
            }
        }
        return threshold;
    }

    /// <summary>The highest threshold that still answers this share of the validation file's own questions right; 0 where none does.</summary>
    public static double Keeping(IReadOnlyList<Trial> validation, double share)
    {
        double[] right = [.. validation.Where(t => t.Right).Select(t => t.Known).OrderDescending()];
        int needed = (int)Math.Ceiling(share * validation.Count(t => t.Ours));
        return needed > right.Length || needed == 0 ? 0 : right[needed - 1];
    }
}
