using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>
/// Which features some rows of the examples make known, and their weight: the inverse document frequency ln(1 + n/df).
/// Every group of features is scaled to its share, and the whole to unit length, so that long and short texts compare.
/// </summary>
internal sealed class Weighting
{
    private readonly Examples examples;
    private readonly int[] columns;
    private readonly float[] frequency;

    public Weighting(Examples examples, ReadOnlySpan<int> rows, LearningSettings settings)
    {
        this.examples = examples;
        Settings = settings;
        int[] count = new int[examples.Features];
        foreach (int row in rows)
        {
            foreach (int feature in examples.Row(row))
            {
                count[feature]++;
            }
        }
        int[] lastLabel = new int[examples.Features]; Array.Fill(lastLabel, -2); int[] cf = new int[examples.Features];
        int[] sorted = rows.ToArray(); Array.Sort(sorted, (a, b) => examples.Label(a).CompareTo(examples.Label(b)));
        int maxLabel = 0;
        foreach (int row in sorted) { int lab = examples.Label(row); maxLabel = Math.Max(maxLabel, lab); foreach (int feature in examples.Row(row)) if (lastLabel[feature] != lab) { lastLabel[feature] = lab; cf[feature]++; } }
        int least = rows.Length > settings.RareBeyond ? 2 : 1;
        columns = new int[count.Length];
        frequency = new float[count.Length];
        for (int i = 0; i < count.Length; i++)
        {
            bool known = count[i] >= least;
            columns[i] = known ? Columns++ : -1;
            bool lt = examples.Group(i) == FeatureGroup.Letters;
            frequency[i] = known ? MathF.Pow(MathF.Log(1 + (float)rows.Length / count[i]), Knob.K[lt ? 3 : 1]) * MathF.Pow(MathF.Log(1 + (maxLabel + 2f) / cf[i]), Knob.K[lt ? 4 : 2]) : 0;
        }
        Unknown = MathF.Pow(MathF.Log(1 + rows.Length), Knob.K[1]) * MathF.Pow(MathF.Log(3f+maxLabel), Knob.K[2]);
    }

    public LearningSettings Settings { get; }

    /// <summary>How many features are known.</summary>
    public int Columns { get; private set; }

    /// <summary>Weight of a feature never seen.</summary>
    public float Unknown { get; }

    public int Column(int feature) => columns[feature];

    public float Frequency(int feature) => frequency[feature];

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
                float value = frequency[feature];
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
                known += frequency[feature];
                all += columns[feature] >= 0 ? frequency[feature] : Unknown;
            }
        }
        return known / all;
    }
}
