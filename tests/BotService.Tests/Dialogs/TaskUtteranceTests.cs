using SupportBot.Articles;
using SupportBot.Dialogs;
using SupportBot.Dialogs.Products;
using SupportBot.Knowledge;
using SupportBot.Shop;
using SupportBot.Shop.Demo;
using Xunit.Abstractions;

namespace SupportBot.BotService.Tests.Dialogs;

/// <summary>The first turn on utterances that ask for a task, with the demo store's own articles.</summary>
public sealed class TaskUtteranceTests(ITestOutputHelper output)
{
    private const double Least = 0.9;

    /// <summary>A task wrongly begun is worse than a question answered with an article; so few of them may be.</summary>
    private const double MostFalseStarts = 0.08;

    private static readonly Lazy<AnswerBook> Book = new(DemoBook);
    private static readonly Lazy<ProductCatalogue> Products = new(() => ProductCatalogue.Build(
        [.. new DemoProducts(1, new DateOnly(2026, 11, 25)).Make().Select(made => made.Product)],
        CatalogueWordsFile.Load(CatalogueWordsFile.PathIn(Demo)).Words));

    private static string Demo => Path.Combine(AppContext.BaseDirectory, "Demo");

    [SupportDataFact]
    public async Task Nine_of_ten_start_the_right_dialog_in_both_languages()
    {
        (int Right, int All, List<string> Wrong)[] measured = [await MeasureAsync("en"), await MeasureAsync("zh")];
        Assert.All(measured, one => Assert.True(one.Right >= Least * one.All, $"{one.Right} of {one.All}\n{string.Join('\n', one.Wrong)}"));
    }

    [SupportDataFact]
    public async Task Other_questions_start_no_dialog()
    {
        foreach (string locale in new[] { "en", "zh" })
        {
            (int started, int all, int before, List<string> wrong) = (0, 0, 0, []);
            foreach ((string topic, string text) in Lines(locale, tasks: false))
            {
                Turn turn = await TakeAsync(locale, text);
                bool starts = turn.State.Form is not null || turn.State.Products is not null || turn.Effects.Any(one => one.Kind != EffectKind.HandOff || one.Reason != "angry");
                all++;
                started += starts ? 1 : 0;
                before += Book.Value.Find(text, locale, null) is { Verdict: Verdict.Answer } finding && Book.Value.Get(finding.First.Id, locale)?.Kind == AnswerKind.Task ? 1 : 0;
                wrong.AddRange(starts ? [$"{topic}\t{text}\t-> {turn.State.Form?.Id ?? (turn.Effects is [{ } effect, ..] ? effect.Reason : "products")}"] : []);
            }

            output.WriteLine($"{locale}: {started} of {all} start a dialog = {(double)started / all:P1}; by the articles alone {before}");
            wrong.ForEach(output.WriteLine);
            Assert.True(started <= MostFalseStarts * all, $"{locale}: {started} of {all}");
        }
    }

    private async Task<(int Right, int All, List<string> Wrong)> MeasureAsync(string locale)
    {
        (int right, int all, List<string> wrong) = (0, 0, []);
        foreach ((string topic, string text) in Lines(locale, tasks: true))
        {
            Turn turn = await TakeAsync(locale, text);
            bool starts = Starts(turn, topic);
            right += starts ? 1 : 0;
            all++;
            wrong.AddRange(starts ? [] : [$"{topic}\t{text}\t-> {turn.State.Form?.Id ?? turn.State.Shown} {string.Join(",", turn.State.Offered)} {string.Join(",", turn.Effects.Select(effect => effect.Reason))}"]);
        }

        output.WriteLine($"{locale}: {right} of {all} start the right dialog = {(double)right / all:P1}");
        wrong.ForEach(output.WriteLine);
        return (right, all, wrong);
    }

    private static IEnumerable<(string Topic, string Text)> Lines(string locale, bool tasks)
    {
        string folder = SupportDataFactAttribute.Folder ?? "";
        HashSet<string> wanted = [.. File.ReadLines(Path.Combine(folder, "topics.tsv")).Select(line => line.Split('\t')).Where(fields => fields[1] == "task").Select(fields => fields[0])];
        return File.ReadLines(Path.Combine(folder, $"{locale}.tsv")).Select(line => line.Split('\t', 2)).Where(fields => wanted.Contains(fields[0]) == tasks).Select(fields => (fields[0], fields[1]));
    }

    private static ValueTask<Turn> TakeAsync(string locale, string text) => Book.Value.Bot.TakeAsync(
        new TurnInput
        {
            State = new DialogState { Greeted = true },
            Utterance = new Utterance(UtteranceKind.Message, text, locale),
            Answers = Book.Value,
            Catalogue = Products.Value,
            Orders = NoShop.Instance,
            Reminders = NoShop.Instance,
            Tickets = NoShop.Instance,
            Now = new DateTime(2026, 11, 25, 10, 0, 0),
            Settings = new StoreSettings { Words = Book.Value.Library.Words },
            Conversation = "test",
        },
        CancellationToken.None);

    /// <summary>Whether the form of that topic is open or done, a person is called for, or the answer on that topic is shown.</summary>
    private static bool Starts(Turn turn, string topic) =>
        turn.State.Form?.Id == topic
        || turn.Effects.Any(effect => topic == Answer.Human ? effect is { Kind: EffectKind.HandOff, Reason: "asked" } : effect.Reason.StartsWith(topic, StringComparison.Ordinal))
        || topic is "product-search" or "stock" && turn.State.Products is not null
        || turn.State.Form is null && turn.State.Shown is { } shown && Book.Value.Get(shown, "en")?.Topic == topic;

    private static AnswerBook DemoBook() => new(
        ArticleLibrary.Load(Demo),
        new DateOnly(2026, 11, 25),
        new IndexOptions());
}
