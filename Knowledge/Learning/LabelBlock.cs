using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SupportBot.Knowledge.Learning;

/// <summary>Learned weights of <see cref="Size"/> labels that follow each other: one row a known feature.</summary>
/// <param name="First">The first label.</param>
/// <param name="Rows">The weights of every feature.</param>
internal readonly record struct LabelBlock(int First, BlockRows Rows)
{
    public const int Size = 16;

    /// <summary>Vectors a feature.</summary>
    public const int Vectors = 2;

    /// <summary>Writes the score of every label of the block for the known features of a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> scores)
    {
        (Vector256<float> low, Vector256<float> high) = Sum(Rows.Vectors, columns, values);
        Vector256<float> start = Vector256.Create(LinearLearner.Start);
        (low + start).CopyTo(scores[First..]);
        (high + start).CopyTo(scores[(First + Size / Vectors)..]);
    }

    /// <summary>Adds up rows times values; two sums run side by side, so that one addition does not wait for the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<float> Low, Vector256<float> High) Sum(ReadOnlySpan<Vector256<float>> rows, ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        Vector256<float> low = Vector256<float>.Zero, high = low, nextLow = low, nextHigh = low;
        int i = 0;
        for (; i + 1 < columns.Length; i += 2)
        {
            Vector256<float> value = Vector256.Create(values[i]);
            ReadOnlySpan<Vector256<float>> row = rows.Slice(columns[i] * Vectors, Vectors);
            low += row[0] * value;
            high += row[1] * value;
            value = Vector256.Create(values[i + 1]);
            row = rows.Slice(columns[i + 1] * Vectors, Vectors);
            nextLow += row[0] * value;
            nextHigh += row[1] * value;
        }
        if (i < columns.Length)
        {
            Vector256<float> value = Vector256.Create(values[i]);
            ReadOnlySpan<Vector256<float>> row = rows.Slice(columns[i] * Vectors, Vectors);
            low += row[0] * value;
            high += row[1] * value;
        }
        return (low + nextLow, high + nextHigh);
    }

    /// <summary>The weights of a feature.</summary>
    public ReadOnlySpan<float> Weights(int column) => Rows.Row(column);

    /// <summary>One bit a label: whether a feature's weight for it is at least so much.</summary>
    public ushort Supports(int column, float least)
    {
        Vector256<float> limit = Vector256.Create(least);
        ReadOnlySpan<Vector256<float>> row = Rows.Vectors.Slice(column * Vectors, Vectors);
        return Bits(Vector256.GreaterThanOrEqual(row[0], limit), Vector256.GreaterThanOrEqual(row[1], limit));
    }

    /// <summary>One bit a label: whether a feature's weight for or against it is at least so much.</summary>
    public ushort Counting(int column, float least)
    {
        Vector256<float> limit = Vector256.Create(least);
        ReadOnlySpan<Vector256<float>> row = Rows.Vectors.Slice(column * Vectors, Vectors);
        return Bits(Vector256.GreaterThanOrEqual(Vector256.Abs(row[0]), limit), Vector256.GreaterThanOrEqual(Vector256.Abs(row[1]), limit));
    }

    private static ushort Bits(Vector256<float> low, Vector256<float> high) =>
        (ushort)(low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << Size / Vectors);
}
