namespace SupportBot.Knowledge.Learning;

/// <summary>Dense weights while learning: one row a known feature, one column a label, padded to whole vectors.</summary>
internal sealed class Matrix(int rows, int labels)
{
    public int Labels { get; } = labels;

    public int Stride { get; } = (labels + 15) / 16 * 16;

    public float[] Cells { get; } = new float[(long)rows * ((labels + 15) / 16 * 16)];

    public Span<float> Row(int row) => Cells.AsSpan(row * Stride, Stride);

    /// <summary>Adds up the rows of some features, times their values.</summary>
    public void Multiply(ReadOnlySpan<int> rows, ReadOnlySpan<float> values, Span<float> scores)
    {
        scores.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            Row(rows[i]).AddTo(scores, values[i]);
        }
    }
}
