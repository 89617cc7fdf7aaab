using SupportBot.Knowledge.Evaluation;
using Xunit.Abstractions;

namespace SupportBot.Knowledge.Tests;

/// <summary>What was measured on public sets must not be lost; the limits stand a little under the figures.</summary>
public sealed class QualityTests(ITestOutputHelper output)
{
    [Fact]
    public void Clinc_in_scope_and_refusal()
    {
        if (Data.Read(output, "knowledge/clinc150/train.tsv") is not { } train
            || Data.Read(output, "knowledge/clinc150/val.tsv", "knowledge/clinc150/oos_val.tsv") is not { } test
            || Data.Read(output, "knowledge/clinc150/oos_train.tsv") is not { } background)
        {
            return;
        }
        KnowledgeIndex index = Build(train, "en", background);
        IReadOnlyList<Trial> trials = Trial.Run(index, test, "en");

        AtLeast(0.937, Score.Raw(trials));
        AtLeast(0.975, Curve.Auroc(trials));
        AtLeast(0.90, Score.At(trials, Curve.Keeping(trials, 0.91)).OosRecall);
        Assert.InRange(index.ModelBytes, 1, 5_000_000);

        List<LabelledText> misspelt = [.. test.Select((q, i) => q with { Text = TypingError.In(q.Text, (uint)i) })];
        AtLeast(0.905, Score.Raw(Trial.Run(index, misspelt, "en")));
    }

    [Theory]
    [InlineData("knowledge/clinc150/train_fewshot10.tsv", "knowledge/clinc150/val.tsv", 0.829)]
    [InlineData("knowledge/banking77/train_fewshot10.tsv", "knowledge/banking77/train.tsv", 0.79)]
    [InlineData("knowledge/sofmattress/sofmattress_train.tsv", "knowledge/sofmattress/sofmattress_test.tsv", 0.81)]
    public void Few_examples_an_entry(string train, string test, double limit)
    {
        if (Data.Read(output, train) is not { } examples || Data.Read(output, test) is not { } questions)
        {
            return;
        }
        HashSet<string> seen = [.. examples.Select(e => e.Text)];

        AtLeast(limit, Score.Raw(Trial.Run(Build(examples, "en", []), [.. questions.Where(q => !seen.Contains(q.Text))], "en")));
    }

    [Fact]
    public void A_real_shop_with_its_own_threshold()
    {
        if (Data.Read(output, "knowledge/sofmattress/sofmattress_train.tsv") is not { } examples
            || Data.Read(output, "knowledge/sofmattress/sofmattress_test.tsv") is not { } questions)
        {
            return;
        }
        AtLeast(0.735, Score.Own(Trial.Run(Build(examples, "en", []), questions, "en")).Accuracy);
    }

    [Fact]
    public void Chinese_with_300_examples()
    {
        if (Data.Read(output, "knowledge/xsid/zh_valid.tsv") is not { } all)
        {
            return;
        }
        double right = Enumerable.Range(0, 3).Average(fold => Score.Raw(Trial.Run(
            Build(Data.Part(all, i => i % 3 != fold), "zh", []), Data.Part(all, i => i % 3 == fold), "zh")));

        AtLeast(0.935, right);
    }

    private static KnowledgeIndex Build(List<LabelledText> examples, string locale, List<LabelledText> background) => KnowledgeIndex.Build(
        LabelledText.Entries(examples, locale),
        new IndexOptions { Background = [.. background.Select(b => new Background(locale, b.Text))] });

    private void AtLeast(double limit, double value)
    {
        output.WriteLine($"{value:f4}, at least {limit}");
        Assert.InRange(value, limit, 1);
    }
}
