namespace SupportBot.Knowledge.Evaluation;

/// <summary>The store's checked questions put to its index before it publishes.</summary>
/// <param name="Questions">How many were asked.</param>
/// <param name="Right">How many were treated right.</param>
/// <param name="Wrong">Answered from the wrong entry, or answered though not ours.</param>
/// <param name="Refused">Refused though an entry answers them.</param>
/// <param name="Confused">Pairs of entries taken for each other, most frequent first.</param>
/// <param name="NearDuplicates">Pairs of entries that are so alike that one answers the other's own questions.</param>
/// <param name="NeverMatched">Entries no question found.</param>
/// <param name="Warnings">What is likely wrong with the entries.</param>
public sealed record OwnerTest(
    int Questions,
    int Right,
    IReadOnlyList<Miss> Wrong,
    IReadOnlyList<Miss> Refused,
    IReadOnlyList<Confusion> Confused,
    IReadOnlyList<Confusion> NearDuplicates,
    IReadOnlyList<string> NeverMatched,
    IReadOnlyList<IndexWarning> Warnings)
{
    /// <summary>Asks every question and sorts what went wrong.</summary>
    public static OwnerTest Run(KnowledgeIndex index, IReadOnlyList<Entry> entries, IReadOnlyList<LabelledText> questions, string locale)
    {
        List<Miss> wrong = [];
        List<Miss> refused = [];
        HashSet<string> matched = [];
        foreach (LabelledText question in questions)
        {
            Finding finding = index.Find(question.Text, locale);
            bool ours = question.Label != Entry.NotOurs;
            bool refusal = finding.Verdict == Verdict.Refusal;
            Miss miss = new(question.Label, finding.First.Id, finding.First.Probability, question.Text);
            if (refusal && ours)
            {
                refused.Add(miss);
            }
            else if (!refusal)
            {
                matched.Add(finding.First.Id);
                if (finding.First.Id != question.Label)
                {
                    wrong.Add(miss);
                }
            }
        }
        string language = Locales.Of(locale);
        Entry[] own = [.. entries.Where(e => Locales.Of(e.Locale) == language && e.Id != Entry.NotOurs)];
        return new OwnerTest(
            questions.Count,
            questions.Count - wrong.Count - refused.Count,
            wrong,
            refused,
            Pairs(wrong.Where(m => m.Expected != Entry.NotOurs).Select(m => (m.Expected, m.Found))),
            Pairs(own.SelectMany(e => e.Questions.Select(q => (e.Id, index.Find(q, locale).First.Id))).Where(p => p.Item1 != p.Item2)),
            [.. own.Select(e => e.Id).Distinct().Where(id => !matched.Contains(id))],
            [.. index.Warnings.Where(w => w.Locale == language)]);
    }

    private static IReadOnlyList<Confusion> Pairs(IEnumerable<(string Expected, string Found)> misses) =>
        [.. misses.GroupBy(m => m).Select(g => new Confusion(g.Key.Expected, g.Key.Found, g.Count())).OrderByDescending(c => c.Times)];
}

/// <summary>A question that was not treated as it should be.</summary>
/// <param name="Expected">The right entry's id.</param>
/// <param name="Found">The likeliest entry's id.</param>
/// <param name="Probability">How likely the index took it, 0–1.</param>
/// <param name="Question">The question.</param>
public sealed record Miss(string Expected, string Found, double Probability, string Question);

/// <summary>Questions of one entry that another entry answered.</summary>
/// <param name="Expected">The right entry's id.</param>
/// <param name="Found">The entry that answered.</param>
/// <param name="Times">How often.</param>
public sealed record Confusion(string Expected, string Found, int Times);
