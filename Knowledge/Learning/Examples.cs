using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private readonly Dictionary<string, int> words = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> spans;
    private readonly List<uint> hashes = [];
    private readonly List<FeatureGroup> groups = [];

    public Examples() => spans = words.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => labels.Count;

    /// <summary>How many different features were seen.</summary>
    public int Features => hashes.Count;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<char> text, int label, float weight, Reader reader, Scratch scratch)
    {
        reader.Read(text, scratch);
        CountWords(scratch);
        foreach (Feature feature in scratch.Features.AsSpan(0, scratch.FeatureCount))
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, feature.Hash, out bool known);
            if (!known)
            {
                number = hashes.Count;
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

    /// <summary>Every word of the texts and how often it stands there.</summary>
    public IReadOnlyDictionary<string, int> Words => words;

    public int Label(int row) => labels[row];

    public float Weight(int row) => weights[row];

    /// <summary>How many tokens the text has.</summary>
    public int Tokens(int row) => tokens[row];

    public uint Hash(int feature) => hashes[feature];

    public FeatureGroup Group(int feature) => groups[feature];

    public ReadOnlySpan<int> Row(int row) =>
        CollectionsMarshal.AsSpan(features)[starts[row]..starts[row + 1]];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountWords(Scratch scratch)
    {
        foreach (Token token in scratch.Tokens.AsSpan(0, scratch.TokenCount))
        {
            if (token.Kind == TokenKind.Word)
            {
                ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(spans, scratch.Text.AsSpan(token.Start, token.Length), out _);
                count++;
            }
        }
    }
}
