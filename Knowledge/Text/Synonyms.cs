namespace SupportBot.Knowledge.Text;

/// <summary>Words of one meaning, from our own lists in <c>Knowledge/Synonyms</c>: one meaning a line, words and phrases set apart by commas.</summary>
internal sealed class Synonyms
{
    private const int LongestPhrase = 4;

    private static readonly Lazy<Synonyms> English = new(() => new Synonyms(Resource.Lines("Synonyms.en.txt")));
    private static readonly Lazy<Synonyms> Chinese = new(() => new Synonyms(Resource.Lines("Synonyms.zh.txt")));

    private readonly Dictionary<uint, uint[]> meanings = [];

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
                uint hash = 0;
                for (int i = 0; i < scratch.TokenCount; i++)
                {
                    hash = Hashing.Join(hash, scratch.Tokens[i].Stem, 0);
                }
                meanings[hash] = [.. meanings.GetValueOrDefault(hash, []), Hashing.Mix(meaning)];
            }
        }
    }

    public static Synonyms For(string locale) => Locales.IsChinese(locale) ? Chinese.Value : English.Value;

    /// <summary>Adds the meaning of every known word or phrase.</summary>
    public void Apply(Scratch scratch)
    {
        int count = scratch.TokenCount;
        for (int i = 0; i < count; i++)
        {
            uint hash = 0;
            for (int j = i; j < count && j < i + LongestPhrase; j++)
            {
                hash = Hashing.Join(hash, scratch.Tokens[j].Stem, 0);
                if (meanings.TryGetValue(hash, out uint[]? found))
                {
                    foreach (uint meaning in found)
                    {
                        scratch.Add(FeatureReader.MeaningHash(meaning), FeatureGroup.Meanings, i, j);
                    }
                }
            }
        }
    }
}
