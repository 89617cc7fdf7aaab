namespace SupportBot.Knowledge.Evaluation;

/// <summary>One question put to an index.</summary>
/// <param name="Ours">Whether an entry should answer it.</param>
/// <param name="Right">Whether the first choice is the right entry.</param>
/// <param name="Refused">Whether the index refused by its own threshold.</param>
/// <param name="Known">The index's probability that an entry answers it, 0–1.</param>
public readonly record struct Trial(bool Ours, bool Right, bool Refused, double Known)
{
    /// <summary>What the shopper gets: 1 for the right answer or a right refusal, ½ for a list of choices that has the right one, else 0.</summary>
    public double Worth { get; init; }

    /// <summary>Puts every question to the index.</summary>
    public static IReadOnlyList<Trial> Run(KnowledgeIndex index, IReadOnlyList<LabelledText> questions, string locale)
    {
        Trial[] trials = new Trial[questions.Count];
        for (int i = 0; i < trials.Length; i++)
        {
            Finding finding = index.Find(questions[i].Text, locale);
            bool ours = questions[i].Label != Entry.NotOurs;
            bool right = ours && finding.First.Id == questions[i].Label;
            trials[i] = new Trial(ours, right, finding.Verdict == Verdict.Refusal, finding.Known) { Worth = WorthOf(finding, questions[i].Label) };
        }
        return trials;
    }

    private static double WorthOf(in Finding finding, string label) => finding.Verdict switch
    {
        Verdict.Refusal => label == Entry.NotOurs ? 1 : 0,
        Verdict.Answer => finding.First.Id == label ? 1 : 0,
        Verdict.DidYouMean => finding.First.Id == label || finding.Second.Id == label || finding.Third.Id == label ? 0.5 : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Verdict, "The verdict is none of those known."),
    };
}
