namespace SupportBot.Knowledge.Learning;

/// <summary>
/// One-versus-rest support vector machines with squared hinge loss, all labels of an example at once, by dual coordinate descent
/// (Hsieh, Chang, Lin, Keerthi and Sundararajan 2008). Every label starts at −1, "no", which is not learned: text that shares
/// nothing with any example stays there, and most wrong labels never need a correction.
/// </summary>
internal sealed class LinearLearner
{
    public const float Start = -1;

    private readonly Examples examples;
    private readonly LearningSettings settings;
    private readonly int labels;
    private readonly int[] rows;
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] values;
    private readonly float[] multipliers;
    private readonly byte[] resting;
    private readonly Matrix weights;
    private readonly float[] scores;
    private readonly int[] changed;
    private readonly float[] change;

    private LinearLearner(Examples examples, Weighting weighting, ReadOnlySpan<int> rows, int labels)
    {
        this.examples = examples;
        this.labels = labels;
        settings = weighting.Settings;
        this.rows = rows.ToArray();
        starts = new int[rows.Length + 1];
        int total = 0;
        foreach (int row in rows)
        {
            total += examples.Row(row).Length;
        }
        columns = new int[total];
        values = new float[total];
        for (int i = 0; i < rows.Length; i++)
        {
            int n = weighting.Fill(rows[i], columns.AsSpan(starts[i]), values.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + n;
        }
        multipliers = new float[rows.Length * labels];
        resting = new byte[rows.Length];
        weights = new Matrix(weighting.Columns, labels);
        scores = new float[weights.Stride];
        changed = new int[labels];
        change = new float[labels];
    }

    public static Matrix Learn(Examples examples, Weighting weighting, ReadOnlySpan<int> rows, int labels)
    {
        LinearLearner learner = new(examples, weighting, rows, labels);
        learner.Run();
        return learner.weights;
    }

    private void Run()
    {
        int[] order = new int[rows.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }
        uint random = 12345;
        for (int pass = 0; pass < settings.Passes; pass++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                // A fixed sequence (Numerical Recipes' generator): the same entries give the same index.
                random = random * 1664525 + 1013904223;
                int j = (int)((ulong)random * (ulong)(i + 1) >> 32);
                (order[i], order[j]) = (order[j], order[i]);
            }
            foreach (int i in order)
            {
                if (resting[i] > 0)
                {
                    resting[i]--;
                }
                else if (Correct(i) < settings.Settled)
                {
                    resting[i] = settings.Rest;
                }
            }
        }
    }

    /// <summary>Corrects the weights for one example; answers the largest change of a multiplier.</summary>
    private float Correct(int i)
    {
        ReadOnlySpan<int> row = columns.AsSpan(starts[i]..starts[i + 1]);
        ReadOnlySpan<float> value = values.AsSpan(starts[i]..starts[i + 1]);
        weights.Multiply(row, value, scores);
        int label = examples.Label(rows[i]) is >= 0 and var own ? own : labels - 1;
        float weight = examples.Weight(rows[i]);
        Span<float> multiplier = multipliers.AsSpan(i * labels, labels);
        float otherDiagonal = 0.5f / (settings.Cost * weight);
        int n = 0;
        float largest = 0;
        for (int l = 0; l < labels; l++)
        {
            float sign = l == label ? 1 : -1;
            float diagonal = l == label ? otherDiagonal / settings.OwnCost : otherDiagonal;
            float gradient = sign * (scores[l] + Start) - 1 + multiplier[l] * diagonal;
            float next = Math.Max(0, multiplier[l] - gradient / (1 + diagonal));
            if (next != multiplier[l])
            {
                changed[n] = l;
                change[n++] = sign * (next - multiplier[l]);
                largest = Math.Max(largest, Math.Abs(change[n - 1]));
                multiplier[l] = next;
            }
        }
        for (int f = 0; f < row.Length && n > 0; f++)
        {
            Span<float> cells = weights.Row(row[f]);
            for (int k = 0; k < n; k++)
            {
                cells[changed[k]] += change[k] * value[f];
            }
        }
        return largest;
    }
}
