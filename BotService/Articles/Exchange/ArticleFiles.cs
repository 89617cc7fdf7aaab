namespace SupportBot.Articles.Exchange;

/// <summary>A folder with the articles as the store's own folder has them: <c>en/late.md</c>, <c>zh/late.md</c>.</summary>
internal static class ArticleFiles
{
    /// <summary>The articles of a file or folder; what cannot be one goes to <paramref name="problems"/>. Answers how many files there are.</summary>
    public static (IReadOnlyList<ImportedArticle> Articles, int Files) Read(string path, List<ImportProblem> problems)
    {
        string[] files = File.Exists(path) ? [path] : Directory.GetFiles(path, "*.md", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        List<ImportedArticle> articles = [];
        foreach (string file in files)
        {
            string name = Path.GetFileName(file);
            ArticleKey key = new(Path.GetFileNameWithoutExtension(file), Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? "");
            if (key.Fault is { } fault)
            {
                string advice = fault.Field == "locale" ? " The folder a file lies in is its language: en/late.md, zh/late.md." : "";
                problems.Add(new ImportProblem(name, 0, fault.Field, null, fault.Message + advice));
                continue;
            }

            articles.Add(new ImportedArticle(key, File.ReadAllText(file), name, 1));
        }

        return (articles, files.Length);
    }

    public static async Task WriteAsync(string folder, IEnumerable<ArticleDraft> articles, CancellationToken cancellation)
    {
        foreach (ArticleDraft article in articles)
        {
            string file = Path.Combine(folder, article.Key.Locale, article.Key.Id + ".md");
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
            await File.WriteAllTextAsync(file, article.Text, cancellation);
        }
    }
}
