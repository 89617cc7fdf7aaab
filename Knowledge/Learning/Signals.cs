namespace SupportBot.Knowledge.Learning;

/// <summary>What a question's scores and words say about whether any label answers it.</summary>
/// <param name="Top">Best score of a label; 1 is a sure yes, −1 a sure no.</param>
/// <param name="Lead">How far it is ahead of the second.</param>
/// <param name="Share">Softmax share of the best label, 0–1.</param>
/// <param name="Foreign">Score of "not ours".</param>
/// <param name="Length">Logarithm of one more than the number of tokens.</param>
/// <param name="Coverage">Which parts of the text are known.</param>
internal readonly record struct Signals(float Top, float Lead, float Share, float Foreign, float Length, Coverage Coverage)
{
    public const int Count = 9;

    public static Signals Of(in Ranking ranking, float foreign, int tokens, in Coverage coverage)
    {
        float next = float.IsNegativeInfinity(ranking.Next) ? LinearLearner.Start : ranking.Next;
        return new Signals(ranking.Top, ranking.Top - next, 1 / ranking.Sum, foreign, MathF.Log(1 + tokens), coverage);
    }

    /// <summary>Writes the signals and a constant 1.</summary>
    public void CopyTo(Span<double> target)
    {
        target[0] = Top;
        target[1] = Lead;
        target[2] = Share;
        target[3] = Foreign;
        target[4] = Length;
        target[5] = Coverage.Words;
        target[6] = Coverage.Letters;
        target[7] = Coverage.Pairs;
        target[8] = Coverage.Support;
        target[9] = 1;
    }
}
