namespace SupportBot.Knowledge.Evaluation;

/// <summary>One question put to an index.</summary>
/// <param name="Ours">Whether an entry should answer it.</param>
/// <param name="Right">Whether the first choice is the right entry.</param>
/// <param name="Refused">Whether the index refused by its own threshold.</param>
/// <param name="Known">The index's probability that an entry answers it, 0–1.</param>
public readonly record struct Trial(bool Ours, bool Right, bool Refused, double Known)
{
    /// <summary>Puts every question to the index.</summary>
    public static IReadOnlyList<Trial> Run(KnowledgeIndex index, IReadOnlyList<LabelledText> questions, string locale)
    {
        Trial[] trials = new Trial[questions.Count];
        for (int i = 0; i < trials.Length; i++)
        {
            Finding finding = index.Find(questions[i].Text, locale);
            bool ours = questions[i].Label != Entry.NotOurs;
            trials[i] = new Trial(ours, ours && finding.First.Id == questions[i].Label, finding.Verdict == Verdict.Refusal, finding.Known);
        }
        return trials;
    }
}
