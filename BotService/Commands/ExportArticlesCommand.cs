using System.CommandLine;
using SupportBot.Articles.Exchange;

namespace SupportBot.Commands;

/// <summary><c>export articles FILE|FOLDER</c>.</summary>
internal static class ExportArticlesCommand
{
    public static Command Create(string[] settings)
    {
        Argument<string> target = new("target") { Description = "A .csv file, or a folder that gets en/*.md and zh/*.md" };
        return new Command("articles", "Write all articles to a file or folder that import takes in again") { target }
            .WithSettings(settings, async (parsed, services) =>
            {
                ExportReport report = await services.GetRequiredService<ArticleExchange>().ExportAsync(Path.GetFullPath(parsed.GetRequiredValue(target)), CancellationToken.None);
                KnowledgeJson.Print(report);
                return report.Problems.Count == 0 ? 0 : 1;
            });
    }
}
