using System.CommandLine;
using SupportBot.Knowledge;
using SupportBot.Knowledge.Evaluation;

namespace SupportBot.Commands;

/// <summary>Runs the store's own checked questions before it publishes.</summary>
internal static class KnowledgeTest
{
    public static Command Create(Func<bool, Task<IReadOnlyList<Entry>>> store)
    {
        Option<FileInfo[]> questions = KnowledgeOptions.Files("--questions", "Checked questions: lines of id<TAB>text, oos for what must be refused", required: true);
        Option<string> locale = KnowledgeOptions.Locale();
        Command command = new("test", "Run checked questions: what is wrong, refused, confused, near-duplicate or never matched") { questions, locale };
        command.SetAction(async parsed =>
        {
            IReadOnlyList<Entry> entries = await store(false);
            OwnerTest result = OwnerTest.Run(
                KnowledgeIndex.Build(entries), entries, KnowledgeOptions.Read(parsed.GetValue(questions)), parsed.GetRequiredValue(locale));
            KnowledgeJson.Print(result);
            return result.Wrong.Count + result.Refused.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
