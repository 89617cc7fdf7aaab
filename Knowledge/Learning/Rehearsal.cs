namespace SupportBot.Knowledge.Learning;

/// <summary>
/// Cross-validation that shows the refusal head what it will meet: in every fold some examples of every label, some whole labels and
/// some texts that are not ours are set aside; the examples are then ours, all the others are not.
/// </summary>
internal sealed class Rehearsal(Examples examples, int labels, LearningSettings settings, int workers)
{
    private readonly List<Rehearsed> rehearsed = [];
    private readonly Temperature temperature = new();

    /// <summary>Inverse temperature that makes the shares of the labels honest.</summary>
    public float Sharpness => temperature.Sharpness;

    public IReadOnlyList<Rehearsed> Run()
    {
        int[] turn = Turns();
        int folds = Math.Clamp(settings.Rehearse / Math.Max(1, examples.Count), Math.Min(1, settings.Folds), settings.Folds);
        for (int fold = 0; fold < folds; fold++)
        {
            List<int> learned = [];
            List<int> aside = [];
            for (int row = 0; row < examples.Count; row++)
            {
                bool held = turn[row] % settings.Folds == fold || IsHeld(examples.Label(row), fold);
                (held ? aside : learned).Add(row);
            }
            Learn(fold, [.. learned], aside);
        }
        return Balance();
    }

    /// <summary>Lets questions of ours weigh as much as all others, and whole labels set aside their share of those.</summary>
    private IReadOnlyList<Rehearsed> Balance()
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

    private bool IsHeld(int label, int fold) => label >= 0 && (int)(Text.Hashing.Mix((uint)label + 77) % (uint)settings.Folds) == fold;

    /// <summary>Numbers the examples of each label, so that the folds are spread evenly.</summary>
    private int[] Turns()
    {
        int[] next = new int[labels + 1];
        int[] turn = new int[examples.Count];
        for (int row = 0; row < turn.Length; row++)
        {
            turn[row] = next[examples.Label(row) + 1]++;
        }
        return turn;
    }

    /// <summary>Learns from some rows and judges the others, whose scores are gathered block by block.</summary>
    private void Learn(int fold, int[] learned, List<int> aside)
    {
        Weighting weighting = new(examples, learned, settings);
        int blocks = labels / LabelBlock.Size + 1;
        int width = blocks * LabelBlock.Size;
        float[] scores = new float[aside.Count * width];
        ushort[] supports = new ushort[blocks * weighting.Columns];
        TrainingRows asked = new(examples, weighting, [.. aside], labels);
        new LinearLearner(new TrainingRows(examples, weighting, learned, labels), settings, workers).Learn(block =>
        {
            for (int i = 0; i < aside.Count; i++)
            {
                block.Score(asked.Features(i), asked.Values(i), scores.AsSpan(i * width, width));
            }
            Span<ushort> own = supports.AsSpan(block.First / LabelBlock.Size * weighting.Columns, weighting.Columns);
            for (int column = 0; column < own.Length; column++)
            {
                own[column] = block.Supports(column, settings.Least);
            }
        });
        for (int i = 0; i < aside.Count; i++)
        {
            Judge(fold, aside[i], scores.AsSpan(i * width, labels + 1), weighting, supports);
        }
    }

    private void Judge(int fold, int row, ReadOnlySpan<float> scores, Weighting weighting, ReadOnlySpan<ushort> supports)
    {
        ReadOnlySpan<float> own = scores[..labels];
        Ranking ranking = Ranking.Of(own, settings.Sharpness);
        int label = examples.Label(row);
        bool ours = label >= 0 && !IsHeld(label, fold);
        if (ours)
        {
            temperature.Count(own, ranking.Top, label);
        }
        (int block, int lane) = Math.DivRem(ranking.First, LabelBlock.Size);
        Coverage coverage = weighting.Cover(row, supports.Slice(block * weighting.Columns, weighting.Columns), lane);
        Signals signals = Signals.Of(ranking, scores[labels], examples.Tokens(row), coverage);
        rehearsed.Add(new Rehearsed(signals, ours, ours && ranking.First == label, label >= 0 && !ours, examples.Weight(row)));
    }
}
