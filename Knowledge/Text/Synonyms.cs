using System.Runtime.CompilerServices;

namespace SupportBot.Knowledge.Text;

/// <summary>Words of one meaning, from our own lists in <c>Knowledge/Synonyms</c>: one meaning a line, words and phrases set apart by commas.</summary>
internal sealed class Synonyms
{
    private const int LongestPhrase = 4;

    private static readonly Lazy<Synonyms> English = new(() => new Synonyms(Resource.Lines("Synonyms.en.txt")));
    private static readonly Lazy<Synonyms> Chinese = new(() => new Synonyms(Resource.Lines("Synonyms.zh.txt")));

    private readonly Dictionary<uint, uint[]> meanings = [];

    private readonly HashSet<string> words = [];

    private Synonyms(IEnumerable<string> lines)
    {
        uint meaning = 0;
        Scratch scratch = new();
        foreach (string line in lines)
        {
            meaning++;
            foreach (string phrase in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                TokenReader.Read(phrase, scratch);
                words.UnionWith(phrase.Split(' '));
                uint hash = 0;
                for (int i = 0; i < scratch.TokenCount; i++)
                {
                    hash = Hashing.Join(hash, scratch.Tokens[i].Stem, 0);
                }
                meanings[hash] = [.. meanings.GetValueOrDefault(hash, []), Hashing.Mix(meaning)];
            }
        }
    }

    /// <summary>Every word of the list, lower case.</summary>
    public IReadOnlyCollection<string> Words => words;

    public static Synonyms For(string locale) => Locales.IsChinese(locale) ? Chinese.Value : English.Value;

    /// <summary>Writes the meanings of every known word or phrase, in order; answers how many fitted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(Scratch scratch, Span<Meaning> found)
    {
        int n = 0;
        int count = scratch.TokenCount;
        for (int i = 0; i < count; i++)
        {
            uint hash = 0;
            for (int j = i; j < count && j < i + LongestPhrase; j++)
            {
                hash = Hashing.Join(hash, scratch.Tokens[j].Stem, 0);
                if (meanings.TryGetValue(hash, out uint[]? own))
                {
                    foreach (uint meaning in own)
                    {
                        if (n == found.Length)
                        {
                            return n;
                        }
                        found[n++] = new Meaning(meaning, (byte)i, (byte)j);
                    }
                }
            }
        }
        return n;
    }
}
