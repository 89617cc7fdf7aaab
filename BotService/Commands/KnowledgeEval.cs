using System.CommandLine;
using System.Diagnostics;
using SupportBot.Knowledge;
using SupportBot.Knowledge.Evaluation;

namespace SupportBot.Commands;

/// <summary>Learns from files, or from the store's entries, and counts right answers and refusals on a test file.</summary>
internal static class KnowledgeEval
{
    public static Command Create(Func<bool, Task<IReadOnlyList<Entry>>> store)
    {
        Option<FileInfo[]> train = KnowledgeOptions.Files("--train", "Lines of label<TAB>text to learn from");
        Option<FileInfo[]> background = KnowledgeOptions.Files("--background", "More texts that must be refused");
        Option<FileInfo[]> validation = KnowledgeOptions.Files("--validation", "Lines that fix the thresholds of the validation rules");
        Option<FileInfo[]> test = KnowledgeOptions.Files("--test", "Lines to count; label oos must be refused", required: true);
        Option<bool> ofStore = new("--store") { Description = "Learn from the store's articles and dialogs instead of --train" };
        Option<string> locale = KnowledgeOptions.Locale();
        Command command = new("eval", "Measure answers, refusals, speed and memory") { train, background, validation, test, ofStore, locale };
        command.Validators.Add(result =>
        {
            if (result.GetValue(ofStore) == (result.GetResult(train) is { Tokens.Count: > 0 }))
            {
                result.AddError("Give either --train with a file or --store.");
            }
        });
        command.SetAction(async parsed =>
        {
            string language = parsed.GetRequiredValue(locale);
            IReadOnlyList<Entry> entries = parsed.GetValue(ofStore)
                ? await store(true)
                : LabelledText.Entries(KnowledgeOptions.Read(parsed.GetValue(train)), language);
            Background[] foreign = [.. KnowledgeOptions.Read(parsed.GetValue(background)).Select(b => new Background(language, b.Text))];
            List<LabelledText> validating = KnowledgeOptions.Read(parsed.GetValue(validation));
            KnowledgeReport report = Measure(entries, foreign, validating, KnowledgeOptions.Read(parsed.GetValue(test)), language);
            KnowledgeJson.Print(parsed.GetValue(ofStore) ? report : report with { Share = null });
            return 0;
        });
        return command;
    }

    private static KnowledgeReport Measure(
        IReadOnlyList<Entry> entries, Background[] background, List<LabelledText> validating, List<LabelledText> testing, string locale)
    {
        Stopwatch watch = Stopwatch.StartNew();
        KnowledgeIndex index = KnowledgeIndex.Build(entries, new IndexOptions { Background = background, Workers = Environment.ProcessorCount });
        double built = watch.Elapsed.TotalMilliseconds;
        IReadOnlyList<Trial> trials = Trial.Run(index, testing, locale);
        IReadOnlyList<Trial> validated = Trial.Run(index, validating, locale);
        Entry[] own = [.. entries.Where(e => e.Id != Entry.NotOurs && Locales.IsChinese(e.Locale) == Locales.IsChinese(locale))];
        (double median, double p99, double allocated) = KnowledgeLatency.Measure(index, testing, locale);
        return new KnowledgeReport(
            own.Sum(e => e.Questions.Count),
            own.Select(e => e.Id).Distinct().Count(),
            Math.Round(built, 1),
            index.ModelBytes,
            Score.Raw(trials),
            Curve.Auroc(trials),
            Score.Own(trials),
            validating.Count == 0 ? null : Score.At(trials, Curve.Best(validated)),
            validating.Count == 0 ? null : Score.At(trials, Curve.Keeping(validated, 0.91)),
            median,
            p99,
            allocated,
            Share.Of(trials));
    }
}
