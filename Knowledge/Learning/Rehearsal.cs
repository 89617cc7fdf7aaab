namespace SupportBot.Knowledge.Learning;

/// <summary>
/// Cross-validation that shows the refusal head what it will meet: in every fold some examples of every label, some whole labels and
/// some texts that are not ours are set aside; the examples are then ours, all the others are not.
/// </summary>
internal static class Rehearsal
{
    public static List<Rehearsed> Run(Examples examples, int labels, LearningSettings settings, Temperature temperature)
    {
        List<Rehearsed> rehearsed = [];
        int[] turn = Turns(examples, labels);
        int folds = Math.Clamp(settings.Rehearse / Math.Max(1, examples.Count), Math.Min(1, settings.Folds), settings.Folds);
        for (int fold = 0; fold < folds; fold++)
        {
            List<int> learned = [];
            List<int> aside = [];
            for (int row = 0; row < examples.Count; row++)
            {
                bool held = turn[row] % settings.Folds == fold || IsHeld(examples.Label(row), fold, settings);
                (held ? aside : learned).Add(row);
            }
            Judge(examples, labels, settings, fold, [.. learned], aside, rehearsed, temperature);
        }
        return Balance(rehearsed, settings);
    }

    /// <summary>Lets questions of ours weigh as much as all others, and whole labels set aside their share of those.</summary>
    private static List<Rehearsed> Balance(List<Rehearsed> rehearsed, LearningSettings settings)
    {
        float ours = rehearsed.Where(r => r.Ours).Sum(r => r.Weight);
        float held = rehearsed.Where(r => r.Held).Sum(r => r.Weight);
        float foreign = rehearsed.Where(r => !r.Ours && !r.Held).Sum(r => r.Weight);
        return
        [
            .. rehearsed.Select(r => r with
            {
                Weight = r.Weight * (r.Ours ? 1 / ours : r.Held ? settings.HeldShare / held : (1 - settings.HeldShare) / foreign),
            }),
        ];
    }

    private static bool IsHeld(int label, int fold, LearningSettings settings) =>
        label >= 0 && (int)(Text.Hashing.Mix((uint)label + 77) % (uint)settings.Folds) == fold;

    /// <summary>Numbers the examples of each label, so that the folds are spread evenly.</summary>
    private static int[] Turns(Examples examples, int labels)
    {
        int[] next = new int[labels + 1];
        int[] turn = new int[examples.Count];
        for (int row = 0; row < turn.Length; row++)
        {
            turn[row] = next[examples.Label(row) + 1]++;
        }
        return turn;
    }

    private static void Judge(
        Examples examples, int labels, LearningSettings settings, int fold, int[] learned, List<int> aside, List<Rehearsed> rehearsed, Temperature temperature)
    {
        Weighting weighting = new(examples, learned, settings);
        Matrix matrix = LinearLearner.Learn(examples, weighting, learned, labels + 1);
        int[] columns = new int[Text.Scratch.MaxFeatures];
        float[] values = new float[columns.Length];
        float[] scores = new float[matrix.Stride];
        foreach (int row in aside)
        {
            int n = weighting.Fill(row, columns, values);
            matrix.Multiply(columns.AsSpan(0, n), values.AsSpan(0, n), scores);
            int label = examples.Label(row);
            bool ours = label >= 0 && !IsHeld(label, fold, settings);
            for (int l = 0; l <= labels; l++)
            {
                scores[l] += LinearLearner.Start;
            }
            Span<float> own = scores.AsSpan(0, labels);
            Ranking ranking = Ranking.Of(own, settings.Sharpness);
            if (ours)
            {
                temperature.Count(own, ranking.Top, label);
            }
            float coverage = weighting.Coverage(row);
            Signals signals = Judgement.Signals(ranking, scores[labels], coverage, examples.Tokens(row), settings);
            rehearsed.Add(new Rehearsed(signals, ours, ours && ranking.First == label, label >= 0 && !ours, examples.Weight(row)));
        }
    }
}
