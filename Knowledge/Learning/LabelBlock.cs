using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SupportBot.Knowledge.Learning;

/// <summary>Learned weights of <see cref="Size"/> labels that follow each other: one row a known feature.</summary>
/// <param name="First">The first label.</param>
/// <param name="Rows">Two vectors a feature.</param>
internal readonly record struct LabelBlock(int First, Vector256<float>[] Rows)
{
    public const int Size = 16;

    /// <summary>Vectors a feature.</summary>
    public const int Vectors = 2;

    /// <summary>Writes the score of every label of the block for the known features of a text.</summary>
    public void Score(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> scores)
    {
        Vector256<float> low = Vector256.Create(LinearLearner.Start);
        Vector256<float> high = low;
        for (int i = 0; i < columns.Length; i++)
        {
            Vector256<float> value = Vector256.Create(values[i]);
            low += Rows[columns[i] * Vectors] * value;
            high += Rows[columns[i] * Vectors + 1] * value;
        }
        low.CopyTo(scores[First..]);
        high.CopyTo(scores[(First + Size / Vectors)..]);
    }

    /// <summary>The weights of a feature.</summary>
    public ReadOnlySpan<float> Weights(int column) => MemoryMarshal.Cast<Vector256<float>, float>(Rows.AsSpan(column * Vectors, Vectors));

    /// <summary>One bit a label: whether a feature's weight for it is at least so much.</summary>
    public ushort Supports(int column, float least)
    {
        Vector256<float> limit = Vector256.Create(least);
        return Bits(Vector256.GreaterThanOrEqual(Rows[column * Vectors], limit), Vector256.GreaterThanOrEqual(Rows[column * Vectors + 1], limit));
    }

    /// <summary>One bit a label: whether a feature's weight for or against it is at least so much.</summary>
    public ushort Counting(int column, float least)
    {
        Vector256<float> limit = Vector256.Create(least);
        return Bits(
            Vector256.GreaterThanOrEqual(Vector256.Abs(Rows[column * Vectors]), limit),
            Vector256.GreaterThanOrEqual(Vector256.Abs(Rows[column * Vectors + 1]), limit));
    }

    private static ushort Bits(Vector256<float> low, Vector256<float> high) =>
        (ushort)(low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << Size / Vectors);
}
