using System.Numerics;
using System.Runtime.InteropServices;

namespace SupportBot.Knowledge.Learning;

internal static class Vectors
{
    /// <summary>Adds this, times a factor, to a sum of the same length, which is a whole number of hardware vectors.</summary>
    public static void AddTo(this Span<float> values, Span<float> sum, float factor)
    {
        Span<Vector<float>> from = MemoryMarshal.Cast<float, Vector<float>>(values);
        Span<Vector<float>> to = MemoryMarshal.Cast<float, Vector<float>>(sum);
        Vector<float> times = new(factor);
        for (int i = 0; i < from.Length && i < to.Length; i++)
        {
            to[i] += from[i] * times;
        }
    }
}
