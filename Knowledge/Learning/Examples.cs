using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>Texts to learn from as rows of feature numbers, with the label and weight of each; feature numbers are dense from 0.</summary>
internal sealed class Examples
{
    /// <summary>Label of a text that no label should answer.</summary>
    public const int NotOurs = -1;

    private readonly List<int> starts = [0];
    private readonly List<int> features = [];
    private readonly List<int> labels = [];
    private readonly List<float> weights = [];
    private readonly List<int> tokens = [];
    private readonly Dictionary<uint, int> numbers = [];
    private readonly List<uint> hashes = [];
    private readonly List<FeatureGroup> groups = [];

    public int Count => labels.Count;

    /// <summary>How many different features were seen.</summary>
    public int Features => hashes.Count;

    public void Add(ReadOnlySpan<char> text, int label, float weight, Synonyms synonyms, Scratch scratch)
    {
        FeatureReader.Read(text, synonyms, scratch);
        foreach (Feature feature in scratch.Features.AsSpan(0, scratch.FeatureCount))
        {
            if (!numbers.TryGetValue(feature.Hash, out int number))
            {
                number = hashes.Count;
                numbers.Add(feature.Hash, number);
                hashes.Add(feature.Hash);
                groups.Add(feature.Group);
            }
            features.Add(number);
        }
        starts.Add(features.Count);
        labels.Add(label);
        weights.Add(weight);
        tokens.Add(scratch.TokenCount);
    }

    public int Label(int row) => labels[row];

    public float Weight(int row) => weights[row];

    /// <summary>How many tokens the text has.</summary>
    public int Tokens(int row) => tokens[row];

    public uint Hash(int feature) => hashes[feature];

    public FeatureGroup Group(int feature) => groups[feature];

    public ReadOnlySpan<int> Row(int row) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(features)[starts[row]..starts[row + 1]];
}
