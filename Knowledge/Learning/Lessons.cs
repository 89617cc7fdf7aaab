using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge.Learning;

/// <summary>Gathers what one language has to learn from.</summary>
internal static class Lessons
{
    private const float TitleWeight = 1;
    private const float BackgroundWeight = 0.5f;

    public static (Examples Examples, string[] Ids) Gather(string locale, IReadOnlyList<Entry> entries, IndexOptions options, Reader reader)
    {
        Examples examples = new();
        Scratch scratch = new();
        Dictionary<string, int> labels = [];
        foreach (Entry entry in entries.Where(e => Locales.Of(e.Locale) == locale))
        {
            int label = Examples.NotOurs;
            if (entry.Id != Entry.NotOurs && !labels.TryGetValue(entry.Id, out label))
            {
                labels.Add(entry.Id, label = labels.Count);
            }
            foreach (string question in entry.Questions)
            {
                examples.Add(question, label, 1, reader, scratch);
            }
            foreach (Keyword keyword in entry.Keywords.Where(k => k.Weight > 0))
            {
                examples.Add(keyword.Text, label, (float)Math.Min(10, keyword.Weight), reader, scratch);
            }
            if (!string.IsNullOrWhiteSpace(entry.Title))
            {
                examples.Add(entry.Title, label, TitleWeight, reader, scratch);
            }
        }
        if (labels.Count > 0)
        {
            AddBackground(locale, options, examples, reader, scratch);
        }
        return (examples, [.. labels.Keys]);
    }

    /// <summary>Every word of the examples with how often it stands there, and those of the synonyms.</summary>
    public static IReadOnlyCollection<KeyValuePair<string, int>> Words(Examples examples, string locale) =>
    [
        .. examples.Words,
        .. Synonyms.For(locale).Words.Where(w => !examples.Words.ContainsKey(w)).Select(w => KeyValuePair.Create(w, 1)),
    ];

    private static void AddBackground(string locale, IndexOptions options, Examples examples, Reader reader, Scratch scratch)
    {
        foreach (string text in Resource.Lines($"Background.{locale}.txt"))
        {
            examples.Add(text, Examples.NotOurs, BackgroundWeight, reader, scratch);
        }
        foreach (Background background in options.Background.Where(b => Locales.Of(b.Locale) == locale))
        {
            examples.Add(background.Text, Examples.NotOurs, 1, reader, scratch);
        }
    }
}
