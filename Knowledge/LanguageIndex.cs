using SupportBot.Knowledge.Learning;
using SupportBot.Knowledge.Text;

namespace SupportBot.Knowledge;

/// <summary>The index of one language.</summary>
internal sealed class LanguageIndex
{
    /// <summary>How far a topic carried on is put ahead of the others.</summary>
    private const float CarriedLead = 0.5f;

    private readonly string[] ids;
    private readonly Reader reader;
    private readonly Model? model;
    private readonly Spelling spelling;
    private readonly RefusalHead head = new();
    private readonly double threshold;
    private readonly float sharpness;
    private readonly double certainty;
    private readonly LearningSettings settings;

    private LanguageIndex(string locale, Examples examples, string[] ids, Reader reader, IndexOptions options)
    {
        Locale = locale;
        this.ids = ids;
        settings = options.Learning;
        certainty = options.Certainty ?? 0;
        spelling = new Spelling(Lessons.Words(examples, locale));
        this.reader = reader.Correcting(spelling);
        if (ids.Length == 0)
        {
            return;
        }
        model = new Model(examples, ids.Length, settings, options.Workers);
        Rehearsal rehearsal = new(examples, ids.Length, settings, options.Workers);
        IReadOnlyList<Rehearsed> rehearsed = rehearsal.Run();
        head = RefusalHead.Learn(rehearsed);
        threshold = Thresholds.Balanced(rehearsed, head, settings);
        sharpness = rehearsal.Sharpness;
    }

    private LanguageIndex(string locale, BinaryReader from, IndexOptions options)
    {
        Locale = locale;
        settings = options.Learning;
        certainty = options.Certainty ?? 0;
        ids = [.. Enumerable.Range(0, from.ReadInt32()).Select(_ => from.ReadString())];
        spelling = Spelling.Read(from);
        reader = new Reader(Synonyms.For(locale), new NameList(options.Names), spelling);
        if (ids.Length > 0)
        {
            model = Model.Read(from, settings);
            head = RefusalHead.Read(from);
            threshold = from.ReadDouble();
            sharpness = from.ReadSingle();
        }
    }

    public string Locale { get; }

    public bool IsEmpty => model is null;

    public long Bytes => model is null ? 0 : model.Bytes + spelling.Bytes;

    public static LanguageIndex Learn(string locale, IReadOnlyList<Entry> entries, IndexOptions options)
    {
        Reader reader = new(Synonyms.For(locale), new NameList(options.Names));
        (Examples examples, string[] ids) = Lessons.Gather(locale, entries, options, reader);
        return new LanguageIndex(locale, examples, ids, reader, options);
    }

    public static LanguageIndex Read(string locale, BinaryReader from, IndexOptions options) => new(locale, from, options);

    public void Write(BinaryWriter to)
    {
        to.Write(ids.Length);
        foreach (string id in ids)
        {
            to.Write(id);
        }
        spelling.Write(to);
        if (model is not null)
        {
            model.Write(to);
            head.Write(to);
            to.Write(threshold);
            to.Write(sharpness);
        }
    }

    public Finding Find(ReadOnlySpan<char> question, string? previous)
    {
        if (model is null)
        {
            return default;
        }
        Scratch scratch = Scratch.Own;
        reader.Read(question, scratch);
        return Judge(model, scratch, previous).Finding;
    }

    public Explanation Explain(string question, string? previous)
    {
        if (model is null)
        {
            return new Explanation(default, Locale, []);
        }
        Scratch scratch = Scratch.Own;
        reader.Read(question, scratch);
        (Finding finding, Ranking ranking) = Judge(model, scratch, previous);
        return new Explanation(finding, Locale, Reasons.Of(model, scratch, ids, ranking));
    }

    private (Finding Finding, Ranking Ranking) Judge(Model model, Scratch scratch, string? previous)
    {
        Span<float> scores = scratch.ScoresOf(model.Width);
        model.Score(scratch, scores);
        float foreign = scores[ids.Length];
        scores = scores[..ids.Length];
        Ranking ranking = Ranking.Of(scores, settings.Sharpness);
        double known = scratch.TokenCount == 0
            ? 0
            : head.Probability(Signals.Of(ranking, foreign, scratch.TokenCount, model.Cover(scratch, ranking.First)));
        int carried = previous is null ? -1 : Array.IndexOf(ids, previous);
        if (carried >= 0 && FollowUp.Leans(scratch, ranking.Top, foreign))
        {
            scores[carried] = Math.Max(scores[carried], ranking.Top) + CarriedLead;
            ranking = Ranking.Of(scores, settings.Sharpness);
            known = Math.Max(known, (1 + threshold) / 2);
        }
        return (Decide(scores, ranking, known), ranking);
    }

    private Finding Decide(ReadOnlySpan<float> scores, in Ranking ranking, double known)
    {
        float sum = Vectors.SumOfExponentials(scores, ranking.Top, sharpness);
        Choice first = Choose(ranking.First, ranking.Top - ranking.Top, sum, known);
        Choice second = Choose(ranking.Second, ranking.Next - ranking.Top, sum, known);
        Choice third = Choose(ranking.Third, ranking.Last - ranking.Top, sum, known);
        // A list of three that has the right one is worth half an answer.
        bool unclear = first.Probability < second.Probability + third.Probability || first.Probability < certainty;
        Verdict verdict = known < threshold ? Verdict.Refusal : unclear ? Verdict.DidYouMean : Verdict.Answer;
        return new Finding(verdict, first, second, third, Math.Min(3, ids.Length), known);
    }

    private Choice Choose(int label, float behind, float sum, double known) =>
        label < 0 ? default : new Choice(ids[label], known * MathF.Exp(behind * sharpness) / sum);
}
