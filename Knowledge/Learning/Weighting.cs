using System.Runtime.CompilerServices;
using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>
/// Which features some rows of the examples make known, and their weight √ln(1 + labels / labels that have it): what many labels
/// share tells little. (Inverse class frequency; it did better here than inverse document frequency, most of all with few examples.)
/// Every group of features is scaled to its share, and the whole to unit length, so that long and short texts compare.
/// </summary>
internal sealed class Weighting
{
    private readonly Examples examples;
    private readonly int[] columns;
    private readonly ushort[] having;
    private readonly bool[] own;
    private readonly float[] weights;

    public Weighting(Examples examples, ReadOnlySpan<int> rows, LearningSettings settings)
    {
        this.examples = examples;
        Settings = settings;
        having = new ushort[examples.Features];
        own = new bool[examples.Features];
        (int[] seen, int most) = Count(rows);
        int least = examples.Count > settings.RareBeyond ? 2 : 1;
        columns = new int[seen.Length];
        weights = [.. Enumerable.Range(0, most + 1).Select(n => MathF.Sqrt(MathF.Log(1 + (float)most / Math.Max(1, n))))];
        // The most frequent first, so that what most examples need lies close together.
        int[] often = [.. Enumerable.Range(0, seen.Length)];
        Array.Sort([.. seen.Select(n => -n)], often);
        Array.Fill(columns, -1);
        foreach (int feature in often)
        {
            if (seen[feature] >= least)
            {
                columns[feature] = Columns++;
            }
        }
    }

    public LearningSettings Settings { get; }

    /// <summary>How many features are known.</summary>
    public int Columns { get; private set; }

    /// <summary>Weight of a feature that so many labels have; a feature never seen counts as one of a single label.</summary>
    public IReadOnlyList<float> Weights => weights;

    public int Column(int feature) => columns[feature];

    /// <summary>How many labels have a feature.</summary>
    public ushort Having(int feature) => having[feature];

    /// <summary>Whether an example of ours has a feature.</summary>
    public bool IsOwn(int feature) => own[feature];

    /// <summary>Writes the known features of a row and their values; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Fill(int row, Span<int> known, Span<float> values)
    {
        Span<float> squares = stackalloc float[4];
        squares.Clear();
        ReadOnlySpan<int> features = examples.Row(row);
        int n = 0;
        foreach (int feature in features)
        {
            if (columns[feature] >= 0)
            {
                float value = weights[having[feature]];
                squares[(int)examples.Group(feature)] += value * value;
                known[n] = feature;
                values[n++] = value;
            }
        }
        GroupScale.Of(squares, Settings);
        for (int i = 0; i < n; i++)
        {
            values[i] *= squares[(int)examples.Group(known[i])];
            known[i] = columns[known[i]];
        }
        return n;
    }

    /// <summary>Which parts of a row are known.</summary>
    /// <param name="row">The row.</param>
    /// <param name="supports">One bit a label of a block, for each column: whether its weight counts for the label.</param>
    /// <param name="lane">The best label's place in its block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Coverage Cover(int row, ReadOnlySpan<ushort> supports, int lane)
    {
        Coverage.Sum sum = new();
        foreach (int feature in examples.Row(row))
        {
            int column = columns[feature];
            float weight = weights[column >= 0 ? having[feature] : 1];
            FeatureGroup group = examples.Group(feature);
            sum.Add(group, weight, column >= 0, column >= 0 && own[feature]);
            if (group == FeatureGroup.Words && column >= 0 && (supports[column] >> lane & 1) != 0)
            {
                sum.Support(weight);
            }
        }
        return sum.Result();
    }

    /// <summary>Counts for every feature the rows and the labels that have it; answers the former and how many labels there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] Seen, int Labels) Count(ReadOnlySpan<int> rows)
    {
        int[] seen = new int[examples.Features];
        int[] last = new int[examples.Features];
        int[] sorted = rows.ToArray();
        long[] keys = new long[sorted.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)examples.Label(sorted[i]) << 32) + sorted[i];
        }
        Array.Sort(keys, sorted);
        int most = 0;
        int label = int.MinValue;
        foreach (int row in sorted)
        {
            most += examples.Label(row) == label ? 0 : 1;
            label = examples.Label(row);
            foreach (int feature in examples.Row(row))
            {
                seen[feature]++;
                having[feature] += last[feature] == most ? (ushort)0 : (ushort)1;
                own[feature] |= label >= 0;
                last[feature] = most;
            }
        }
        return (seen, most);
    }
}
