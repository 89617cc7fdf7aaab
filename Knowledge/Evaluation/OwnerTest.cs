namespace SupportBot.Knowledge.Evaluation;

/// <summary>The store's checked questions put to its index before it publishes.</summary>
/// <param name="Questions">How many were asked.</param>
/// <param name="Right">How many were treated right.</param>
/// <param name="Wrong">Answered from the wrong entry, or answered though not ours.</param>
/// <param name="Refused">Refused though an entry answers them.</param>
/// <param name="Confused">Pairs of entries taken for each other, most frequent first.</param>
/// <param name="NearDuplicates">Pairs of entries so alike that the other one answers many of an entry's own questions when these were not learned.</param>
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
    /// <summary>Share of an entry's questions that another must answer for the two to be called near duplicates.</summary>
    private const double Alike = 0.4;

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
            NearlyTheSame(own, language),
            [.. own.Select(e => e.Id).Distinct().Where(id => !matched.Contains(id))],
            [.. index.Warnings.Where(w => w.Locale == language)]);
    }

    /// <summary>Learns every second question and asks the others.</summary>
    private static IReadOnlyList<Confusion> NearlyTheSame(Entry[] own, string locale)
    {
        KnowledgeIndex half = KnowledgeIndex.Build([.. own.Select(e => e with { Questions = [.. e.Questions.Where((_, i) => i % 2 == 0)] })]);
        (string Id, string Question)[] asked = [.. own.SelectMany(e => e.Questions.Where((_, i) => i % 2 == 1).Select(q => (e.Id, q)))];
        Dictionary<string, int> times = asked.CountBy(a => a.Id).ToDictionary();
        return
        [
            .. Pairs(asked.Select(a => (a.Id, half.Find(a.Question, locale).First.Id)).Where(p => p.Item1 != p.Item2))
                .Where(c => c.Times >= 2 && c.Times >= times[c.Expected] * Alike),
        ];
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
