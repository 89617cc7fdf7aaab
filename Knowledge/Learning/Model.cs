using System.Numerics;
using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>
/// The learned weights, packed to 8 bits and without the small ones: a hash table from features to rows. A row with weights for few
/// labels has two bytes a weight, the step to the next label and the weight; a fuller row has one byte for every label.
/// </summary>
internal sealed class Model
{
    private const ushort Full = ushort.MaxValue;

    /// <summary>A row with weights for at least one label in so many is stored whole: adding it is then one pass of vectors.</summary>
    private const int Fullness = 4;

    private readonly Slot[] slots;
    private readonly sbyte[] packed;
    private readonly float step;
    private readonly float[] weights;
    private readonly LearningSettings settings;
    private readonly uint mask;

    public Model(Examples examples, Weighting weighting, Matrix matrix)
    {
        settings = weighting.Settings;
        weights = [.. weighting.Weights];
        Labels = matrix.Labels;
        Width = (Labels + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;
        mask = (uint)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, weighting.Columns * 5 / 4)) - 1;
        slots = new Slot[mask + 1];
        step = Vectors.Largest(matrix.Cells) / sbyte.MaxValue;
        List<sbyte> rows = [];
        for (int feature = 0; feature < examples.Features; feature++)
        {
            if (weighting.Column(feature) is >= 0 and var column)
            {
                int start = rows.Count;
                bool full = Pack(matrix.Row(column), rows);
                ushort length = full ? Full : (ushort)(rows.Count - start);
                Place(new Slot(Key(examples.Hash(feature)), start, weighting.Having(feature), length));
            }
        }
        packed = [.. rows];
    }

    public int Labels { get; }

    /// <summary>Labels, filled up to whole hardware vectors: what <see cref="Score"/> needs room for.</summary>
    public int Width { get; }

    /// <summary>Memory of the weights and the table, in bytes.</summary>
    public long Bytes => slots.LongLength * 12 + packed.LongLength;

    /// <summary>Scores every label for the features in the scratch; answers which part of the words' weight is known, 0–1.</summary>
    public float Score(Scratch scratch, Span<float> scores)
    {
        scores.Fill(LinearLearner.Start);
        Span<float> scale = stackalloc float[4];
        float coverage = Locate(scratch, scale);
        for (int i = 0; i < scratch.FeatureCount; i++)
        {
            if (scratch.Rows[i] >= 0)
            {
                ref readonly Slot slot = ref slots[scratch.Rows[i]];
                float value = scratch.Values[i] * scale[(int)scratch.Features[i].Group] * step;
                if (slot.Length == Full)
                {
                    Vectors.AddBytes(packed.AsSpan(slot.Start, Width), scores, value);
                }
                else
                {
                    AddSteps(packed.AsSpan(slot.Start, slot.Length), scores, value);
                }
            }
        }
        return coverage;
    }

    /// <summary>What one feature of the scratch, located before, adds to a label.</summary>
    public float Part(Scratch scratch, ReadOnlySpan<float> scale, int feature, int label)
    {
        if (scratch.Rows[feature] < 0)
        {
            return 0;
        }
        Slot slot = slots[scratch.Rows[feature]];
        float value = scratch.Values[feature] * scale[(int)scratch.Features[feature].Group] * step;
        if (slot.Length == Full)
        {
            return value * packed[slot.Start + label];
        }
        Span<float> parts = new float[Labels];
        AddSteps(packed.AsSpan(slot.Start, slot.Length), parts, value);
        return parts[label];
    }

    /// <summary>Finds the rows of the features and the scale of each group; answers which part of the words' weight is known.</summary>
    public float Locate(Scratch scratch, Span<float> scale)
    {
        scale.Clear();
        float known = 0;
        float all = 1e-6f;
        ReadOnlySpan<Feature> features = scratch.Features.AsSpan(0, scratch.FeatureCount);
        Span<int> rows = scratch.Rows.AsSpan(0, features.Length);
        Span<float> values = scratch.Values.AsSpan(0, features.Length);
        for (int i = 0; i < features.Length; i++)
        {
            int slot = Find(features[i].Hash);
            float value = weights[slot < 0 ? 1 : slots[slot].Having];
            rows[i] = slot;
            values[i] = value;
            float part = slot < 0 ? 0 : value;
            scale[(int)features[i].Group] += part * value;
            if (features[i].Group == FeatureGroup.Words)
            {
                known += part;
                all += value;
            }
        }
        GroupScale.Of(scale, settings);
        return known / all;
    }

    /// <summary>0 marks an empty slot.</summary>
    private static uint Key(uint hash) => hash == 0 ? 1 : hash;

    private int Find(uint hash)
    {
        uint key = Key(hash);
        uint slot = key & mask;
        while (slots[slot].Key != 0)
        {
            if (slots[slot].Key == key)
            {
                return (int)slot;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private void Place(in Slot row)
    {
        uint slot = row.Key & mask;
        while (slots[slot].Key != 0)
        {
            slot = (slot + 1) & mask;
        }
        slots[slot] = row;
    }

    private static void AddSteps(ReadOnlySpan<sbyte> row, Span<float> scores, float value)
    {
        int label = 0;
        for (int k = 0; k + 1 < row.Length; k += 2)
        {
            label += (byte)row[k];
            scores[label] += value * row[k + 1];
        }
    }

    /// <summary>Appends a row; answers whether it has a byte for every label.</summary>
    private bool Pack(ReadOnlySpan<float> row, List<sbyte> rows)
    {
        int start = rows.Count;
        int last = 0;
        int kept = 0;
        for (int label = 0; label < Labels; label++)
        {
            sbyte weight = Weight(row[label]);
            if (weight == 0)
            {
                continue;
            }
            kept++;
            for (; label - last > byte.MaxValue; last += byte.MaxValue)
            {
                rows.Add(unchecked((sbyte)byte.MaxValue));
                rows.Add(0);
            }
            rows.Add(unchecked((sbyte)(label - last)));
            rows.Add(weight);
            last = label;
        }
        if (kept * Fullness < Labels)
        {
            return false;
        }
        rows.RemoveRange(start, rows.Count - start);
        for (int label = 0; label < Width; label++)
        {
            rows.Add(label < Labels ? Weight(row[label]) : (sbyte)0);
        }
        return true;
    }

    private sbyte Weight(float weight) => MathF.Abs(weight) < settings.Least ? (sbyte)0 : (sbyte)MathF.Round(weight / step);

    /// <summary>A feature's place in the table.</summary>
    /// <param name="Key">Its hash.</param>
    /// <param name="Start">Where its row of weights starts.</param>
    /// <param name="Having">How many labels have it, which gives its weight in a text.</param>
    /// <param name="Length">Bytes of its row, or <see cref="Full"/>.</param>
    private readonly record struct Slot(uint Key, int Start, ushort Having, ushort Length);
}
