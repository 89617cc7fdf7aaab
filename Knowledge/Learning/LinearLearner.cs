using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SupportBot.Knowledge.Learning;

/// <summary>
/// One-versus-rest support vector machines with squared hinge loss by dual coordinate descent (Hsieh, Chang, Lin, Keerthi and
/// Sundararajan 2008). Every label starts at −1, "no", which is not learned: text that shares nothing with any example stays there,
/// and most wrong labels never need a correction. Labels do not touch each other, so they are learned sixteen at a time, whose
/// weights stay in the processor's cache, and an example that has nothing more to say to these is left out from then on.
/// </summary>
internal sealed class LinearLearner
{
    public const float Start = -1;


    /// <summary>Passes after which a patient learner asks again whether what is settled still is.</summary>
    private const int AskedAgain = 4;
    private const int Half = LabelBlock.Size / LabelBlock.Vectors;

    /// <summary>A window into this, begun so many places before the middle, has its one where a label stands in its block.</summary>
    private static readonly float[] OneInMiddle = [.. Enumerable.Range(0, LabelBlock.Size * 2).Select(i => i == LabelBlock.Size ? 1f : 0f)];

    private readonly TrainingRows rows;
    private readonly LearningSettings settings;
    private readonly int workers;
    private readonly int[] orders;
    private readonly bool patient;

    public LinearLearner(TrainingRows rows, LearningSettings settings, int workers)
    {
        this.rows = rows;
        this.settings = settings;
        this.workers = workers;
        patient = rows.Known <= settings.PatientUpTo;
        orders = Orders(rows.Count, patient ? settings.PatientPasses : settings.Passes);
    }

    public int Labels => rows.Labels;

    public int Blocks => (Labels + LabelBlock.Size - 1) / LabelBlock.Size;

    /// <summary>Learns every block and shows it to <paramref name="take"/>, on several threads and in any order; the block's memory is used again for another.</summary>
    public void Learn(Action<LabelBlock> take) => Workers.Run(workers, Blocks, () =>
    {
        Memory memory = new(rows);
        return block =>
        {
            Learn(block * LabelBlock.Size, memory);
            take(new LabelBlock(block * LabelBlock.Size, memory.Weights));
        };
    });

    /// <summary>The examples of every pass in an order shuffled by a fixed sequence (Numerical Recipes' generator): the same entries give the same index.</summary>
    private static int[] Orders(int count, int passes)
    {
        int[] orders = new int[count * passes];
        uint random = 12345;
        for (int pass = 0; pass < passes; pass++)
        {
            Span<int> order = orders.AsSpan(pass * count, count);
            for (int i = 0; i < count; i++)
            {
                order[i] = pass == 0 ? i : orders[(pass - 1) * count + i];
            }
            for (int i = count - 1; i > 0; i--)
            {
                random = random * 1664525 + 1013904223;
                int j = (int)((ulong)random * (ulong)(i + 1) >> 32);
                (order[i], order[j]) = (order[j], order[i]);
            }
        }
        return orders;
    }

    // Here and wherever learning spends its time: compiled in full at once, for a store has learned before the runtime would see that it pays.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn(int first, Memory memory)
    {
        memory.Clear();
        bool[] settled = memory.Settled;
        for (int step = 0; step < orders.Length; step++)
        {
            if (patient && step % (rows.Count * AskedAgain) == rows.Count)
            {
                Array.Clear(settled);
            }
            int i = orders[step];
            // In the first pass the block's own examples speak alone: before them there is nothing to correct for the others.
            bool opening = step < rows.Count;
            bool waits = opening && (uint)(rows.Label(i) - first) >= LabelBlock.Size;
            if (!waits && !settled[i])
            {
                settled[i] = !Correct(i, first, memory) && !opening;
            }
        }
    }

    /// <summary>Corrects the block's weights for one example, unless only by a little; answers whether it did.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Correct(int i, int first, Memory memory)
    {
        Span<Vector256<float>> weights = memory.Weights.Vectors;
        ReadOnlySpan<int> columns = rows.Features(i);
        ReadOnlySpan<float> values = rows.Values(i);
        (Vector256<float> low, Vector256<float> high) = LabelBlock.Sum(weights, columns, values);
        int own = rows.Label(i) - first;
        ReadOnlySpan<float> ownAt = OneInMiddle.AsSpan(own is >= 0 and < LabelBlock.Size ? LabelBlock.Size - own : 0, LabelBlock.Size);
        float diagonal = 0.5f / (settings.Cost * rows.Weight(i));
        Span<Vector256<float>> multiplier = memory.Multipliers.Vectors.Slice(i * LabelBlock.Vectors, LabelBlock.Vectors);
        (low, Vector256<float> lower) = Change(low, Vector256.Create(ownAt), diagonal, multiplier[0]);
        (high, Vector256<float> higher) = Change(high, Vector256.Create(ownAt[Half..]), diagonal, multiplier[1]);
        if (!Vector256.GreaterThanAny(Vector256.Max(Vector256.Abs(low), Vector256.Abs(high)), Vector256.Create(settings.Settled)))
        {
            return false;
        }
        multiplier[0] = lower;
        multiplier[1] = higher;
        for (int f = 0; f < columns.Length; f++)
        {
            Vector256<float> value = Vector256.Create(values[f]);
            Span<Vector256<float>> row = weights.Slice(columns[f] * LabelBlock.Vectors, LabelBlock.Vectors);
            row[0] += low * value;
            row[1] += high * value;
        }
        return true;
    }

    /// <summary>The step of eight labels' multipliers to where their own error is smallest: as it changes the weights, and where it leads.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (Vector256<float> Change, Vector256<float> Multiplier) Change(Vector256<float> scores, Vector256<float> own, float diagonal, Vector256<float> multiplier)
    {
        Vector256<float> one = Vector256<float>.One;
        Vector256<float> sign = own + own - one;
        Vector256<float> bend = Vector256.Create(diagonal) - own * (diagonal - diagonal / settings.OwnCost);
        Vector256<float> gradient = sign * (scores + Vector256.Create(Start)) - one + multiplier * bend;
        Vector256<float> next = Vector256.Max(Vector256<float>.Zero, multiplier - gradient / (one + bend));
        return (sign * (next - multiplier), next);
    }

    /// <summary>What one thread works with.</summary>
    private sealed class Memory(TrainingRows rows)
    {
        public BlockRows Multipliers { get; } = new(rows.Count);

        public BlockRows Weights { get; } = new(rows.Columns);

        public bool[] Settled { get; } = new bool[rows.Count];

        public void Clear()
        {
            Multipliers.Clear();
            Weights.Clear();
            Array.Clear(Settled);
        }
    }
}
