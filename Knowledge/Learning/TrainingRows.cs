namespace SupportBot.Knowledge.Learning;

/// <summary>The examples of one training as rows of known features and their values.</summary>
internal sealed class TrainingRows
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] values;
    private readonly int[] labels;
    private readonly float[] weights;

    public TrainingRows(Examples examples, Weighting weighting, ReadOnlySpan<int> rows, int ids)
    {
        Known = examples.Count;
        Labels = ids + 1;
        Columns = weighting.Columns;
        starts = new int[rows.Length + 1];
        labels = new int[rows.Length];
        weights = new float[rows.Length];
        int total = 0;
        foreach (int row in rows)
        {
            total += examples.Row(row).Length;
        }
        columns = new int[total];
        values = new float[total];
        for (int i = 0; i < rows.Length; i++)
        {
            starts[i + 1] = starts[i] + weighting.Fill(rows[i], columns.AsSpan(starts[i]), values.AsSpan(starts[i]));
            labels[i] = examples.Label(rows[i]) is >= 0 and var own ? own : ids;
            weights[i] = examples.Weight(rows[i]);
        }
    }

    public int Count => labels.Length;

    /// <summary>How many examples there are, those set aside from this training included.</summary>
    public int Known { get; }

    /// <summary>How many labels there are, the last of which is "not ours".</summary>
    public int Labels { get; }

    /// <summary>How many features are known.</summary>
    public int Columns { get; }

    public int Label(int row) => labels[row];

    public float Weight(int row) => weights[row];

    public ReadOnlySpan<int> Features(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    public ReadOnlySpan<float> Values(int row) => values.AsSpan(starts[row]..starts[row + 1]);
}
