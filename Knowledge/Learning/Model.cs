using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>The learned weights, packed: a hash table from features to rows of (label, 8-bit weight); small weights are dropped.</summary>
internal sealed class Model
{
    private readonly uint[] keys;
    private readonly int[] starts;
    private readonly Half[] frequency;
    private readonly ushort[] labels;
    private readonly sbyte[] weights;
    private readonly float step;
    private readonly float unknown;
    private readonly LearningSettings settings;
    private readonly uint mask;

    public Model(Examples examples, Weighting weighting, Matrix matrix)
    {
        settings = weighting.Settings;
        unknown = weighting.Unknown;
        Labels = matrix.Labels;
        mask = (uint)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, weighting.Columns * 4 / 3)) - 1;
        keys = new uint[mask + 1];
        frequency = new Half[mask + 1];
        int[] columns = Place(examples, weighting);
        step = Largest(matrix) / sbyte.MaxValue;
        starts = new int[mask + 2];
        List<ushort> kept = [];
        List<sbyte> packed = [];
        for (int slot = 0; slot <= mask; slot++)
        {
            starts[slot] = kept.Count;
            if (columns[slot] >= 0)
            {
                Pack(matrix.Row(columns[slot]), kept, packed);
            }
        }
        starts[mask + 1] = kept.Count;
        labels = [.. kept];
        weights = [.. packed];
    }

    public int Labels { get; }

    /// <summary>Memory of the weights and the table, in bytes.</summary>
    public long Bytes => keys.LongLength * 4 + starts.LongLength * 4 + frequency.LongLength * 2 + labels.LongLength * 2 + weights.LongLength;

    /// <summary>Scores every label for the features in the scratch; answers which part of their weight is known, 0–1.</summary>
    public float Score(Scratch scratch, Span<float> scores)
    {
        scores.Fill(LinearLearner.Start);
        Span<float> scale = stackalloc float[4];
        float coverage = Locate(scratch, scale);
        for (int i = 0; i < scratch.FeatureCount; i++)
        {
            int slot = scratch.Rows[i];
            if (slot >= 0)
            {
                float value = scratch.Values[i] * scale[(int)scratch.Features[i].Group] * step;
                for (int k = starts[slot]; k < starts[slot + 1]; k++)
                {
                    scores[labels[k]] += value * weights[k];
                }
            }
        }
        return coverage;
    }

    /// <summary>What one feature of the scratch, located and scored before, adds to a label.</summary>
    public float Part(Scratch scratch, ReadOnlySpan<float> scale, int feature, int label)
    {
        int slot = scratch.Rows[feature];
        for (int k = slot < 0 ? 0 : starts[slot]; slot >= 0 && k < starts[slot + 1]; k++)
        {
            if (labels[k] == label)
            {
                return scratch.Values[feature] * scale[(int)scratch.Features[feature].Group] * step * weights[k];
            }
        }
        return 0;
    }

    /// <summary>Finds the rows of the features and the scale of each group; answers which part of their weight is known.</summary>
    public float Locate(Scratch scratch, Span<float> scale)
    {
        scale.Clear();
        float known = 0;
        float all = 1e-6f;
        for (int i = 0; i < scratch.FeatureCount; i++)
        {
            Feature feature = scratch.Features[i];
            int slot = Find(feature.Hash);
            float value = slot < 0 ? unknown : (float)frequency[slot];
            scratch.Rows[i] = slot;
            scratch.Values[i] = value;
            if (slot >= 0)
            {
                scale[(int)feature.Group] += value * value;
            }
            if (feature.Group == FeatureGroup.Words)
            {
                known += slot >= 0 ? value : 0;
                all += value;
            }
        }
        GroupScale.Of(scale, settings);
        return known / all;
    }

    private int Find(uint hash)
    {
        uint key = hash == 0 ? 1 : hash;
        uint slot = key & mask;
        while (keys[slot] != 0)
        {
            if (keys[slot] == key)
            {
                return (int)slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private int[] Place(Examples examples, Weighting weighting)
    {
        int[] columns = new int[mask + 1];
        Array.Fill(columns, -1);
        for (int feature = 0; feature < examples.Features; feature++)
        {
            if (weighting.Column(feature) < 0)
            {
                continue;
            }
            uint key = examples.Hash(feature) is 0 ? 1 : examples.Hash(feature);
            uint slot = key & mask;
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key;
            columns[slot] = weighting.Column(feature);
            frequency[slot] = (Half)weighting.Frequency(feature);
        }
        return columns;
    }

    private void Pack(ReadOnlySpan<float> row, List<ushort> kept, List<sbyte> packed)
    {
        for (int l = 0; l < Labels; l++)
        {
            int weight = (int)MathF.Round(row[l] / step);
            if (MathF.Abs(row[l]) >= settings.Least && weight != 0)
            {
                kept.Add((ushort)l);
                packed.Add((sbyte)weight);
            }
        }
    }

    private static float Largest(Matrix matrix)
    {
        float largest = 1e-6f;
        foreach (float cell in matrix.Cells)
        {
            largest = Math.Max(largest, Math.Abs(cell));
        }
        return largest;
    }
}
