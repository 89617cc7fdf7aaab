using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge;

/// <summary>Looks for entries that spoil each other.</summary>
internal static class EntryCheck
{
    public static IReadOnlyList<IndexWarning> Run(IReadOnlyList<Entry> entries)
    {
        List<IndexWarning> warnings = [];
        Dictionary<(string Locale, string Question), string> owner = [];
        Scratch scratch = new();
        foreach (Entry entry in entries)
        {
            if (entry.Questions.Count == 0 && entry.Keywords.Count == 0 && string.IsNullOrWhiteSpace(entry.Title))
            {
                warnings.Add(new IndexWarning(WarningKind.Empty, Locales.Of(entry.Locale), entry.Id, entry.Id, entry.Title));
            }
            foreach (string question in entry.Questions)
            {
                TokenReader.Read(question, scratch);
                string folded = string.Join(' ', scratch.Tokens[..scratch.TokenCount].Select(t => new string(scratch.Text, t.Start, t.Length)));
                (string, string) key = (Locales.Of(entry.Locale), folded);
                if (!owner.TryAdd(key, entry.Id) && owner[key] != entry.Id)
                {
                    warnings.Add(new IndexWarning(WarningKind.SameQuestion, key.Item1, owner[key], entry.Id, question));
                }
            }
        }
        return warnings;
    }
}
