using System.CommandLine;
using SupportBot.Articles.Exchange;

namespace SupportBot.Commands;

/// <summary><c>import articles FILE|FOLDER</c>.</summary>
internal static class ImportArticlesCommand
{
    public static Command Create(string[] settings)
    {
        Argument<FileSystemInfo> source = new("source") { Description = "A .csv file, a .md file, or a folder with en/*.md and zh/*.md" };
        return new Command("articles", $"Take articles in; they are in service some seconds later. Columns: {string.Join(", ", ArticleCells.Columns)}; keywords and questions one a line in their cell") { source.AcceptExistingOnly() }
            .WithSettings(settings, async (parsed, services) =>
            {
                ImportReport report = await services.GetRequiredService<ArticleExchange>().ImportAsync(parsed.GetRequiredValue(source).FullName, CancellationToken.None);
                KnowledgeJson.Print(report);
                return report.Problems.Count == 0 ? 0 : 1;
            });
    }
}
