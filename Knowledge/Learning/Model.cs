using System.Runtime.InteropServices;
using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>The learned weights with what turns a text's features into values.</summary>
internal sealed class Model
{
    private readonly WeightTable table;
    private readonly float[] weights;
    private readonly LearningSettings settings;

    public Model(Examples examples, int ids, LearningSettings settings, int workers)
    {
        this.settings = settings;
        int[] all = [.. Enumerable.Range(0, examples.Count)];
        Weighting weighting = new(examples, all, settings);
        weights = [.. weighting.Weights];
        table = new WeightTable(examples, weighting, new LinearLearner(new TrainingRows(examples, weighting, all, ids), settings, workers));
    }

    private Model(float[] weights, WeightTable table, LearningSettings settings)
    {
        this.weights = weights;
        this.table = table;
        this.settings = settings;
    }

    /// <summary>What <see cref="Score"/> needs room for.</summary>
    public int Width => table.Width;

    /// <summary>Memory of the weights and the table, in bytes.</summary>
    public long Bytes => table.Bytes;

    public static Model Read(BinaryReader from, LearningSettings settings)
    {
        float[] weights = new float[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new Model(weights, WeightTable.Read(from), settings);
    }

    public void Write(BinaryWriter to)
    {
        to.Write(weights.Length);
        to.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
        table.Write(to);
    }

    /// <summary>Scores every label for the features in the scratch, which are located and valued there.</summary>
    public void Score(Scratch scratch, Span<float> scores)
    {
        scores.Fill(LinearLearner.Start);
        Locate(scratch);
        for (int i = 0; i < scratch.FeatureCount; i++)
        {
            if (scratch.Rows[i] >= 0)
            {
                table.AddTo(scores, scratch.Rows[i], scratch.Values[i]);
            }
        }
    }

    /// <summary>Which parts of the text scored before are known, and speak for the label.</summary>
    public Coverage Cover(Scratch scratch, int label)
    {
        Coverage.Sum sum = new();
        for (int i = 0; i < scratch.FeatureCount; i++)
        {
            int row = scratch.Rows[i];
            FeatureGroup group = scratch.Features[i].Group;
            float weight = weights[row < 0 ? 1 : table.Having(row)];
            sum.Add(group, weight, row >= 0, row >= 0 && table.IsOwn(row));
            if (group == FeatureGroup.Words && row >= 0 && table.WeightOf(row, label) > 0)
            {
                sum.Support(weight);
            }
        }
        return sum.Result();
    }

    /// <summary>What one feature of the text scored before adds to a label.</summary>
    public float Part(Scratch scratch, int feature, int label) =>
        scratch.Rows[feature] < 0 ? 0 : scratch.Values[feature] * table.WeightOf(scratch.Rows[feature], label);

    /// <summary>Finds the rows of the features and their values.</summary>
    private void Locate(Scratch scratch)
    {
        Span<float> scale = stackalloc float[4];
        scale.Clear();
        ReadOnlySpan<Feature> features = scratch.Features.AsSpan(0, scratch.FeatureCount);
        Span<int> rows = scratch.Rows.AsSpan(0, features.Length);
        Span<float> values = scratch.Values.AsSpan(0, features.Length);
        for (int i = 0; i < features.Length; i++)
        {
            int row = table.Find(features[i].Hash);
            rows[i] = row;
            values[i] = row < 0 ? 0 : weights[table.Having(row)];
            scale[(int)features[i].Group] += values[i] * values[i];
        }
        GroupScale.Of(scale, settings);
        for (int i = 0; i < features.Length; i++)
        {
            values[i] *= scale[(int)features[i].Group];
        }
    }
}
