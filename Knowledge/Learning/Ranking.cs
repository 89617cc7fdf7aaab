using System.Runtime.CompilerServices;

namespace SupportBot.Knowledge.Learning;

/// <summary>The three best labels of a question.</summary>
internal readonly record struct Ranking(int First, int Second, int Third, float Top, float Next, float Last, float Sum)
{
    /// <summary>Ranks scores; <paramref name="sharpness"/> is the inverse temperature of the softmax over them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Ranking Of(ReadOnlySpan<float> scores, float sharpness)
    {
        int a = -1, b = -1, c = -1;
        float x = float.NegativeInfinity, y = x, z = x;
        for (int l = 0; l < scores.Length; l++)
        {
            float s = scores[l];
            if (s > z)
            {
                if (s > y)
                {
                    (c, z) = (b, y);
                    (b, y) = s > x ? (a, x) : (l, s);
                    (a, x) = s > x ? (l, s) : (a, x);
                }
                else
                {
                    (c, z) = (l, s);
                }
            }
        }
        float sum = Vectors.SumOfExponentials(scores, x, sharpness);
        return new Ranking(a, b, c, x, y, z, sum);
    }
}
