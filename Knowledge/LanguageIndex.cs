using SupportBot.Knowledge.Learning;
using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge;

/// <summary>The index of one language.</summary>
internal sealed class LanguageIndex
{
    private readonly string[] ids;
    private readonly Model? model;
    private readonly Spelling spelling;
    private readonly RefusalHead head;
    private readonly Synonyms synonyms;
    private readonly LearningSettings settings;
    private readonly double threshold;

    private LanguageIndex(string locale, string[] ids, Model? model, Spelling spelling, RefusalHead head, double threshold, LearningSettings settings)
    {
        Locale = locale;
        synonyms = Synonyms.For(locale);
        this.ids = ids;
        this.model = model;
        this.spelling = spelling;
        this.head = head;
        this.threshold = threshold;
        this.settings = settings;
    }

    public string Locale { get; }

    public bool IsEmpty => model is null;

    public long Bytes => model is null ? 0 : model.Bytes + spelling.Bytes;

    /// <summary>Below this probability of the first choice the index refuses.</summary>
    public double Threshold => threshold;

    public static LanguageIndex Learn(string locale, IReadOnlyList<Entry> entries, IndexOptions options)
    {
        LearningSettings settings = options.Learning;
        (Examples examples, string[] ids) = Lessons.Gather(locale, entries, options);
        if (ids.Length == 0)
        {
            return new LanguageIndex(locale, ids, null, new Spelling([]), RefusalHead.Learn([]), 1, settings);
        }
        List<Rehearsed> rehearsed = Rehearsal.Run(examples, ids.Length, settings);
        RefusalHead head = RefusalHead.Learn(rehearsed);
        double threshold = options.Certainty ?? Thresholds.Balanced(rehearsed, head, settings);
        int[] all = new int[examples.Count];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = i;
        }
        Weighting weighting = new(examples, all, settings);
        Matrix matrix = LinearLearner.Learn(examples, weighting, all, ids.Length + 1);
        Model model = new(examples, weighting, matrix);
        return new LanguageIndex(locale, ids, model, new Spelling(Lessons.Words(examples, locale)), head, threshold, settings);
    }

    public Finding Find(ReadOnlySpan<char> question, string? previous)
    {
        if (model is null)
        {
            return default;
        }
        Scratch scratch = Scratch.Own;
        FeatureReader.Read(question, synonyms, spelling, scratch);
        return Judge(model, scratch, previous).Finding;
    }

    public Explanation Explain(string question, string? previous)
    {
        if (model is null)
        {
            return new Explanation(default, Locale, []);
        }
        Scratch scratch = Scratch.Own;
        FeatureReader.Read(question, synonyms, spelling, scratch);
        (Finding finding, Ranking ranking) = Judge(model, scratch, previous);
        return new Explanation(finding, Locale, Reasons.Of(model, scratch, ids, ranking));
    }

    private (Finding Finding, Ranking Ranking) Judge(Model model, Scratch scratch, string? previous)
    {
        _ = previous;
        Span<float> scores = scratch.ScoresOf(model.Width);
        float coverage = model.Score(scratch, scores);
        Ranking ranking = Ranking.Of(scores[..ids.Length], settings.Sharpness);
        double known = scratch.TokenCount == 0 ? 0 : head.Probability(Judgement.Signals(ranking, scores[ids.Length], coverage, scratch.TokenCount, settings));
        Choice first = Choose(ranking.First, ranking.Top, ranking, known);
        Choice second = Choose(ranking.Second, ranking.Next, ranking, known);
        Choice third = Choose(ranking.Third, ranking.Last, ranking, known);
        Verdict verdict = known < threshold ? Verdict.Refusal
            : first.Probability < second.Probability + third.Probability ? Verdict.DidYouMean
            : Verdict.Answer;
        return (new Finding(verdict, first, second, third, Math.Min(3, ids.Length), known), ranking);
    }

    private Choice Choose(int label, float score, in Ranking ranking, double known) =>
        label < 0 ? default : new Choice(ids[label], known * ranking.Share(score, settings.Sharpness));
}
