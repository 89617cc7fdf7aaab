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
    private readonly float[] weights;

    public Weighting(Examples examples, ReadOnlySpan<int> rows, LearningSettings settings)
    {
        this.examples = examples;
        Settings = settings;
        (int[] seen, int[] labels, int most) = Count(examples, rows);
        int least = rows.Length > settings.RareBeyond ? 2 : 1;
        columns = new int[seen.Length];
        having = new ushort[seen.Length];
        weights = [.. Enumerable.Range(0, most + 1).Select(n => MathF.Sqrt(MathF.Log(1 + (float)most / Math.Max(1, n))))];
        for (int i = 0; i < seen.Length; i++)
        {
            bool known = seen[i] >= least;
            columns[i] = known ? Columns++ : -1;
            having[i] = (ushort)labels[i];
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

    /// <summary>Writes the known features of a row and their values; answers how many.</summary>
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

    /// <summary>Part of the words' weight of a row that is known, 0–1.</summary>
    public float Coverage(int row)
    {
        float known = 0;
        float all = 1e-6f;
        foreach (int feature in examples.Row(row))
        {
            if (examples.Group(feature) == FeatureGroup.Words)
            {
                bool seen = columns[feature] >= 0;
                float weight = weights[seen ? having[feature] : 1];
                known += seen ? weight : 0;
                all += weight;
            }
        }
        return known / all;
    }

    /// <summary>Counts for every feature the rows and the labels that have it.</summary>
    private static (int[] Rows, int[] Labels, int MostLabels) Count(Examples examples, ReadOnlySpan<int> rows)
    {
        int[] seen = new int[examples.Features];
        int[] labels = new int[examples.Features];
        int[] last = new int[examples.Features];
        int[] sorted = rows.ToArray();
        Array.Sort(sorted, (a, b) => examples.Label(a).CompareTo(examples.Label(b)));
        int most = 0;
        int label = int.MinValue;
        foreach (int row in sorted)
        {
            most += examples.Label(row) == label ? 0 : 1;
            label = examples.Label(row);
            foreach (int feature in examples.Row(row))
            {
                seen[feature]++;
                labels[feature] += last[feature] == most ? 0 : 1;
                last[feature] = most;
            }
        }
        return (seen, labels, most);
    }
}
