using System.CommandLine;
using SupportBot.Knowledge;

namespace SupportBot.Commands;

internal static class KnowledgeAsk
{
    public static Command Create(string name, string description, Func<bool, Task<IReadOnlyList<Entry>>> store, bool explain)
    {
        Argument<string> text = new("text") { Description = "The question as a shopper types it" };
        Option<string> locale = KnowledgeOptions.Locale();
        Option<string?> previous = new("--previous") { Description = "Id found for the shopper's last question" };
        Command command = new(name, description) { text, locale, previous };
        command.SetAction(async parsed =>
        {
            Explanation found = KnowledgeIndex.Build(await store(false))
                .Explain(parsed.GetRequiredValue(text), parsed.GetRequiredValue(locale), parsed.GetValue(previous));
            KnowledgeJson.Print(Answer.Of(found, explain));
            return 0;
        });
        return command;
    }

    private sealed record Answer(
        Verdict Verdict, string Locale, double Known, IReadOnlyList<Choice> Choices, IReadOnlyList<Reason>? Reasons)
    {
        public static Answer Of(Explanation found, bool explain)
        {
            Finding finding = found.Finding;
            Choice[] choices = [.. ((Choice[])[finding.First, finding.Second, finding.Third]).Take(finding.Count)];
            return new Answer(finding.Verdict, found.Locale, finding.Known, choices, explain ? found.Reasons : null);
        }
    }
}
