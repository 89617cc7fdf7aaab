using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SupportBot.Knowledge.Learning;

internal static class Vectors
{
    /// <summary>Σ exp((score − top) · sharpness).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float SumOfExponentials(ReadOnlySpan<float> scores, float top, float sharpness)
    {
        ReadOnlySpan<Vector<float>> whole = MemoryMarshal.Cast<float, Vector<float>>(scores);
        Vector<float> sums = Vector<float>.Zero;
        foreach (Vector<float> part in whole)
        {
            sums += Vector.Exp((part - new Vector<float>(top)) * sharpness);
        }
        float sum = Vector.Sum(sums);
        foreach (float score in scores[(whole.Length * Vector<float>.Count)..])
        {
            sum += MathF.Exp((score - top) * sharpness);
        }
        return sum;
    }

    /// <summary>Adds 8-bit values, times a factor, to a sum; both are a whole number of hardware vectors of bytes long.</summary>
    public static void AddBytes(ReadOnlySpan<sbyte> values, Span<float> sum, float factor)
    {
        ReadOnlySpan<Vector<sbyte>> from = MemoryMarshal.Cast<sbyte, Vector<sbyte>>(values);
        Span<Vector<float>> to = MemoryMarshal.Cast<float, Vector<float>>(sum);
        Vector<float> times = new(factor);
        for (int i = 0; i < from.Length; i++)
        {
            Span<Vector<float>> four = to.Slice(i * 4, 4);
            Vector.Widen(from[i], out Vector<short> low, out Vector<short> high);
            Vector.Widen(low, out Vector<int> a, out Vector<int> b);
            Vector.Widen(high, out Vector<int> c, out Vector<int> d);
            four[0] += Vector.ConvertToSingle(a) * times;
            four[1] += Vector.ConvertToSingle(b) * times;
            four[2] += Vector.ConvertToSingle(c) * times;
            four[3] += Vector.ConvertToSingle(d) * times;
        }
    }
}
