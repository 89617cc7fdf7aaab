namespace SupportBot.Knowledge.Learning;

/// <summary>What a question's scores say about whether any label answers it.</summary>
/// <param name="Top">Best score of a label; 1 is a sure yes, −1 a sure no.</param>
/// <param name="Lead">How far it is ahead of the second.</param>
/// <param name="Share">Softmax share of the best label, 0–1.</param>
/// <param name="Coverage">Part of the words' weight that is known, 0–1.</param>
/// <param name="Foreign">Score of "not ours".</param>
/// <param name="Length">Logarithm of one more than the number of tokens.</param>
internal readonly record struct Signals(float Top, float Lead, float Share, float Coverage, float Foreign, float Length)
{
    public const int Count = 6;

    /// <summary>Writes the signals and a constant 1.</summary>
    public void CopyTo(Span<double> target)
    {
        target[0] = Top;
        target[1] = Lead;
        target[2] = Share;
        target[3] = Coverage;
        target[4] = Foreign;
        target[5] = Length;
        target[6] = 1;
    }
}
