namespace SupportBot.Knowledge.Learning;

/// <summary>Finds how sharply to turn scores into shares, so that labels given 70 % are right in 70 of 100 (temperature scaling, Guo et al. 2017).</summary>
internal sealed class Temperature
{
    private static readonly float[] Candidates = [2, 2.5f, 3, 3.5f, 4, 5, 6, 7, 8.5f, 10];

    private readonly double[] losses = new double[Candidates.Length];

    /// <summary>The inverse temperature with the smallest logarithmic loss so far.</summary>
    public float Sharpness => Candidates[Array.IndexOf(losses, losses.Min())];

    /// <summary>Counts the scores of a question that was not learned, and its own label.</summary>
    public void Count(ReadOnlySpan<float> scores, float top, int label)
    {
        for (int i = 0; i < Candidates.Length; i++)
        {
            losses[i] += Math.Log(Vectors.SumOfExponentials(scores, top, Candidates[i])) - (scores[label] - top) * Candidates[i];
        }
    }
}
