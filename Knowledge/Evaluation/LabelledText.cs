namespace SupportBot.Knowledge.Evaluation;

/// <summary>A question whose right answer is known.</summary>
/// <param name="Label">Id of the entry, or <see cref="Entry.NotOurs"/>.</param>
/// <param name="Text">The question.</param>
public sealed record LabelledText(string Label, string Text)
{
    /// <summary>Reads a line <c>label&lt;TAB&gt;text</c>; null where there is no tab.</summary>
    public static LabelledText? Parse(string line)
    {
        int tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab <= 0 ? null : new LabelledText(line[..tab], line[(tab + 1)..]);
    }

    /// <summary>Groups examples into entries that have sample questions only.</summary>
    public static IReadOnlyList<Entry> Entries(IEnumerable<LabelledText> examples, string locale) =>
        [.. examples.GroupBy(e => e.Label).Select(g => new Entry(g.Key, locale, "", [], [.. g.Select(e => e.Text)]))];
}
