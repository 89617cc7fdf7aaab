namespace SupportBot.Knowledge.Learning;

/// <summary>Logistic regression over <see cref="Signals"/>: the probability that some label answers the question, 0–1.</summary>
internal sealed class RefusalHead
{
    private readonly float[] weights = new float[Signals.Count + 1];

    public float Probability(in Signals signals)
    {
        Span<float> x = stackalloc float[Signals.Count];
        signals.CopyTo(x);
        float z = weights[Signals.Count];
        for (int i = 0; i < Signals.Count; i++)
        {
            z += weights[i] * x[i];
        }
        return 1 / (1 + MathF.Exp(-z));
    }

    /// <summary>Learns from rehearsed questions by gradient descent on standardized signals, both classes weighing as told.</summary>
    public static RefusalHead Learn(IReadOnlyList<Rehearsed> rehearsed)
    {
        RefusalHead head = new();
        if (rehearsed.Count == 0)
        {
            return head;
        }
        float[] mean = new float[Signals.Count];
        float[] spread = new float[Signals.Count];
        float[][] rows = Standardize(rehearsed, mean, spread);
        float[] w = new float[Signals.Count + 1];
        float[] gradient = new float[w.Length];
        float total = rehearsed.Sum(r => r.Weight);
        for (int pass = 0; pass < 400; pass++)
        {
            Array.Clear(gradient);
            for (int i = 0; i < rows.Length; i++)
            {
                float z = w[Signals.Count];
                for (int k = 0; k < Signals.Count; k++)
                {
                    z += w[k] * rows[i][k];
                }
                float error = ((rehearsed[i].Ours ? 1 : 0) - 1 / (1 + MathF.Exp(-z))) * rehearsed[i].Weight / total;
                for (int k = 0; k < Signals.Count; k++)
                {
                    gradient[k] += error * rows[i][k];
                }
                gradient[Signals.Count] += error;
            }
            for (int k = 0; k < w.Length; k++)
            {
                w[k] += 2f * (gradient[k] - 0.001f * (k < Signals.Count ? w[k] : 0));
            }
        }
        head.weights[Signals.Count] = w[Signals.Count];
        for (int k = 0; k < Signals.Count; k++)
        {
            head.weights[k] = w[k] / spread[k];
            head.weights[Signals.Count] -= w[k] * mean[k] / spread[k];
        }
        return head;
    }

    private static float[][] Standardize(IReadOnlyList<Rehearsed> rehearsed, float[] mean, float[] spread)
    {
        float[][] rows = new float[rehearsed.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            rehearsed[i].Signals.CopyTo(rows[i] = new float[Signals.Count]);
        }
        for (int k = 0; k < Signals.Count; k++)
        {
            mean[k] = rows.Average(r => r[k]);
            spread[k] = MathF.Sqrt(rows.Average(r => (r[k] - mean[k]) * (r[k] - mean[k]))) + 1e-4f;
            foreach (float[] row in rows)
            {
                row[k] = (row[k] - mean[k]) / spread[k];
            }
        }
        return rows;
    }
}
