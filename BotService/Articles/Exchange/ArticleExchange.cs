using SupportBot.Access.Audit;

namespace SupportBot.Articles.Exchange;

/// <summary>Takes articles in from files and writes them out without loss: what was exported and imported is exported the same, byte for byte.</summary>
internal sealed class ArticleExchange(ArticleDesk desk)
{
    /// <summary>Takes in a <c>.csv</c> or <c>.md</c> file or a folder of the latter. Good articles are kept, also beside broken ones; doing it again changes nothing.</summary>
    public async Task<ImportReport> ImportAsync(string path, CancellationToken cancellation)
    {
        List<ImportProblem> problems = [];
        bool table = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);
        (IReadOnlyList<ImportedArticle> articles, int read) = table ? ArticleTable.Read(path, problems) : ArticleFiles.Read(path, problems);
        Dictionary<ArticleKey, ArticleDraft> present = (await desk.ListAsync(cancellation)).ToDictionary(draft => draft.Key);
        HashSet<ArticleKey> taken = [];
        int added = 0, changed = 0, unchanged = 0;
        foreach (ImportedArticle article in articles)
        {
            ArticleDraft? before = present.GetValueOrDefault(article.Key);
            if (!taken.Add(article.Key))
            {
                problems.Add(new ImportProblem(article.Source, article.Line, "id", article.Key.ToString(), "The article stands here twice; the first is taken. Take one out."));
            }
            else if (before is not null && Same(before.Text, article.Text))
            {
                unchanged++;
            }
            else if (await SaveAsync(article, before?.Version ?? 0, problems, cancellation))
            {
                (added, changed) = before is null ? (added + 1, changed) : (added, changed + 1);
            }
        }

        return new ImportReport(read, added, changed, unchanged, problems);
    }

    /// <summary>Writes every article to a <c>.csv</c> file or to a folder; answers what a table could not take.</summary>
    public async Task<ExportReport> ExportAsync(string path, CancellationToken cancellation)
    {
        IReadOnlyList<ArticleDraft> articles = await desk.ListAsync(cancellation);
        List<ArticleProblem> problems = [];
        if (!Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            await ArticleFiles.WriteAsync(path, articles, cancellation);
            return new ExportReport(articles.Count, problems);
        }

        List<IReadOnlyList<string>> rows = [];
        foreach (ArticleDraft article in articles)
        {
            (ArticleHeader? header, string body, ArticleProblem? problem) = FrontMatter.Read(article.Key.ToString(), article.Text);
            if (header is null)
            {
                problems.Add(problem ?? new ArticleProblem(article.Key.ToString(), 1, "The header is empty."));
                continue;
            }

            rows.Add(ArticleCells.Of(article.Key, header, body));
        }

        await ArticleTable.WriteAsync(path, rows, cancellation);
        return new ExportReport(rows.Count, problems);
    }

    private async Task<bool> SaveAsync(ImportedArticle article, long version, List<ImportProblem> problems, CancellationToken cancellation)
    {
        ArticleSaved saved = await desk.SaveAsync(article.Key, article.Text, version, (action, target) => AuditEntry.ByConsole(action, target), cancellation);
        foreach (ArticleProblem problem in saved.Problems)
        {
            // In a table only the row's line is known to the owner, in a file the line of the text.
            int line = article.Line > 1 ? article.Line : problem.Line;
            problems.Add(new ImportProblem(article.Source, line, problem.Field, article.Key.ToString(), problem.Message));
        }

        if (saved is { Version: null, Problems.Count: 0 })
        {
            problems.Add(new ImportProblem(article.Source, article.Line, null, article.Key.ToString(), "Somebody changed the article meanwhile. Import again."));
        }

        return saved.Version is not null;
    }

    /// <summary>Whether two texts say the same, however they are written.</summary>
    private static bool Same(string one, string other)
    {
        if (one == other)
        {
            return true;
        }

        (ArticleHeader? header, string body, _) = FrontMatter.Read("", one);
        (ArticleHeader? otherHeader, string otherBody, _) = FrontMatter.Read("", other);
        return header is not null && otherHeader is not null && FrontMatter.Write(header, body) == FrontMatter.Write(otherHeader, otherBody);
    }
}

/// <summary>What came of an export.</summary>
/// <param name="Articles">How many were written.</param>
/// <param name="Problems">Articles that no table can hold until they are mended; a folder takes them as they are.</param>
internal sealed record ExportReport(int Articles, IReadOnlyList<ArticleProblem> Problems);
