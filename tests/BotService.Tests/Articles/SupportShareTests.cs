using SupportBot.Articles;
using SupportBot.BotService.Tests.Dialogs;
using SupportBot.Knowledge;
using SupportBot.Knowledge.Evaluation;
using Xunit.Abstractions;

namespace SupportBot.BotService.Tests.Articles;

/// <summary>What the demo store's articles reach on shoppers' utterances must not be lost; the limits stand a little under the figures.</summary>
public sealed class SupportShareTests(ITestOutputHelper output)
{
    [SupportDataFact]
    public void The_demo_store_answers_most_and_refuses_what_is_not_its_own()
    {
        IReadOnlyList<Entry> entries = AnswerBook.Entries(ArticleLibrary.Load(Path.Combine(AppContext.BaseDirectory, "Demo")).Articles, byTopic: true);
        KnowledgeIndex index = KnowledgeIndex.Build(entries);
        foreach ((string locale, double ours, double refused) in new[] { ("en", 0.895, 0.87), ("zh", 0.93, 0.91) })
        {
            LabelledText[] asked = [.. File.ReadLines(Path.Combine(SupportDataFactAttribute.Folder ?? "", $"{locale}.tsv")).Select(LabelledText.Parse).OfType<LabelledText>()];
            Share share = Share.Of(Trial.Run(index, asked, locale));
            output.WriteLine($"{locale}: {share.Ours:p1} of ours, {share.OosRefused:p1} of the others refused");
            Assert.True(share.Ours >= ours && share.OosRefused >= refused, share.ToString());
        }
    }
}
