using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SupportBot.Knowledge.Learning;

/// <summary>The learned weights that are large enough to count.</summary>
internal static class CountingWeights
{
    /// <summary>Learns, and answers the weights feature by feature, each in the order of labels, and where those of each feature start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (int[] Starts, LabelWeight[] Weights) Gather(Weighting weighting, LinearLearner learner)
    {
        List<(int Column, LabelWeight Weight)>[] found = new List<(int Column, LabelWeight Weight)>[learner.Blocks];
        learner.Learn(block => found[block.First / LabelBlock.Size] = Counting(block, weighting));
        int[] starts = new int[weighting.Columns + 1];
        foreach (List<(int Column, LabelWeight Weight)> part in found)
        {
            foreach ((int column, _) in CollectionsMarshal.AsSpan(part))
            {
                starts[column + 1]++;
            }
        }
        for (int column = 0; column < weighting.Columns; column++)
        {
            starts[column + 1] += starts[column];
        }
        int[] next = [.. starts];
        LabelWeight[] weights = new LabelWeight[starts[^1]];
        foreach (List<(int Column, LabelWeight Weight)> part in found)
        {
            foreach ((int column, LabelWeight weight) in CollectionsMarshal.AsSpan(part))
            {
                weights[next[column]++] = weight;
            }
        }
        return (starts, weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<(int Column, LabelWeight Weight)> Counting(in LabelBlock block, Weighting weighting)
    {
        List<(int Column, LabelWeight Weight)> found = [];
        for (int column = 0; column < weighting.Columns; column++)
        {
            for (int bits = block.Counting(column, weighting.Settings.Least); bits != 0; bits &= bits - 1)
            {
                int lane = BitOperations.TrailingZeroCount(bits);
                found.Add((column, new LabelWeight((ushort)(block.First + lane), block.Weights(column)[lane])));
            }
        }
        return found;
    }
}
