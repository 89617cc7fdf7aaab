using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SupportBot.Knowledge.Learning;

/// <summary>
/// Learned weights packed to 8 bits and without the small ones: a hash table from features to rows. A row with weights for few labels
/// has two bytes a weight, the step to the next label and the weight; a fuller row has one byte for every label.
/// </summary>
internal sealed class WeightTable
{
    /// <summary>Marks a row that is stored whole.</summary>
    public const ushort Full = ushort.MaxValue;

    private const ushort OwnMark = 0x8000;

    /// <summary>A row with weights for at least one label in so many is stored whole: adding it is then one pass of vectors.</summary>
    private const int Fullness = 4;

    private readonly Slot[] slots;
    private readonly sbyte[] packed;
    private readonly uint mask;

    public WeightTable(Examples examples, Weighting weighting, LinearLearner learner)
    {
        Labels = learner.Labels;
        mask = (uint)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, weighting.Columns * 5 / 4)) - 1;
        slots = new Slot[mask + 1];
        (int[] starts, LabelWeight[] weights) = CountingWeights.Gather(weighting, learner);
        Step = 1e-6f;
        foreach (LabelWeight weight in weights)
        {
            Step = Math.Max(Step, Math.Abs(weight.Value) / sbyte.MaxValue);
        }
        List<sbyte> rows = [];
        for (int feature = 0; feature < examples.Features; feature++)
        {
            if (weighting.Column(feature) is >= 0 and var column)
            {
                int start = rows.Count;
                bool full = Pack(weights.AsSpan(starts[column]..starts[column + 1]), rows);
                int having = weighting.Having(feature) | (weighting.IsOwn(feature) ? OwnMark : 0);
                Place(new Slot(Key(examples.Hash(feature)), start, (ushort)having, full ? Full : (ushort)(rows.Count - start)));
            }
        }
        packed = [.. rows];
    }

    private WeightTable(int labels, float step, Slot[] slots, sbyte[] packed)
    {
        Labels = labels;
        Step = step;
        this.slots = slots;
        this.packed = packed;
        mask = (uint)slots.Length - 1;
    }

    public int Labels { get; }

    /// <summary>Labels, filled up to whole hardware vectors: what a sum of rows needs room for.</summary>
    public int Width => (Labels + Vector<sbyte>.Count - 1) / Vector<sbyte>.Count * Vector<sbyte>.Count;

    /// <summary>What a packed weight of 1 stands for.</summary>
    public float Step { get; }

    /// <summary>Memory, in bytes.</summary>
    public long Bytes => slots.LongLength * 12 + packed.LongLength;

    public static WeightTable Read(BinaryReader from)
    {
        int labels = from.ReadInt32();
        float step = from.ReadSingle();
        Slot[] slots = new Slot[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(slots.AsSpan()));
        sbyte[] packed = new sbyte[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(packed.AsSpan()));
        return new WeightTable(labels, step, slots, packed);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(Labels);
        to.Write(Step);
        to.Write(slots.Length);
        to.Write(MemoryMarshal.AsBytes(slots.AsSpan()));
        to.Write(packed.Length);
        to.Write(MemoryMarshal.AsBytes(packed.AsSpan()));
    }

    /// <summary>The slot of a feature, −1 where it is unknown.</summary>
    public int Find(uint hash)
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

    /// <summary>How many labels have the feature.</summary>
    public int Having(int slot) => slots[slot].Having & ~OwnMark;

    /// <summary>Whether an example of ours has the feature.</summary>
    public bool IsOwn(int slot) => (slots[slot].Having & OwnMark) != 0;

    /// <summary>Adds a row, times a value, to the scores of all labels.</summary>
    public void AddTo(Span<float> scores, int slot, float value)
    {
        ref readonly Slot row = ref slots[slot];
        if (row.Length == Full)
        {
            Vectors.AddBytes(packed.AsSpan(row.Start, Width), scores, value * Step);
        }
        else
        {
            AddSteps(packed.AsSpan(row.Start, row.Length), scores, value * Step);
        }
    }

    /// <summary>The weight of one label.</summary>
    public float WeightOf(int slot, int label)
    {
        ref readonly Slot row = ref slots[slot];
        if (row.Length == Full)
        {
            return packed[row.Start + label] * Step;
        }
        ReadOnlySpan<sbyte> steps = packed.AsSpan(row.Start, row.Length);
        int at = 0;
        for (int k = 0; k + 1 < steps.Length && at <= label; k += 2)
        {
            at += (byte)steps[k];
            if (at == label && steps[k + 1] != 0)
            {
                return steps[k + 1] * Step;
            }
        }
        return 0;
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

    /// <summary>0 marks an empty slot.</summary>
    private static uint Key(uint hash) => hash == 0 ? 1 : hash;

    private void Place(in Slot row)
    {
        uint slot = row.Key & mask;
        while (slots[slot].Key != 0)
        {
            slot = (slot + 1) & mask;
        }
        slots[slot] = row;
    }

    /// <summary>Appends a row; answers whether it has a byte for every label.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Pack(ReadOnlySpan<LabelWeight> row, List<sbyte> rows)
    {
        if (row.Length * Fullness >= Labels)
        {
            int start = rows.Count;
            CollectionsMarshal.SetCount(rows, start + Width);
            Span<sbyte> whole = CollectionsMarshal.AsSpan(rows)[start..];
            whole.Clear();
            foreach (LabelWeight weight in row)
            {
                whole[weight.Label] = Packed(weight);
            }
            return true;
        }
        int last = 0;
        foreach (LabelWeight weight in row)
        {
            for (; weight.Label - last > byte.MaxValue; last += byte.MaxValue)
            {
                rows.Add(unchecked((sbyte)byte.MaxValue));
                rows.Add(0);
            }
            rows.Add(unchecked((sbyte)(weight.Label - last)));
            rows.Add(Packed(weight));
            last = weight.Label;
        }
        return false;
    }

    private sbyte Packed(LabelWeight weight) => (sbyte)MathF.Round(weight.Value / Step);

    /// <summary>A feature's place in the table.</summary>
    /// <param name="Key">Its hash.</param>
    /// <param name="Start">Where its row of weights starts.</param>
    /// <param name="Having">How many labels have it, which gives its weight in a text, and a mark where one of ours has.</param>
    /// <param name="Length">Bytes of its row, or <see cref="Full"/>.</param>
    private readonly record struct Slot(uint Key, int Start, ushort Having, ushort Length);
}
