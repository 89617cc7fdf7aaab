using SupportBot.Dialogs;
using SupportBot.Dialogs.Persons;

namespace SupportBot.Articles;

/// <summary>All of the store's files, read together: articles, facts and menu, and what is wrong with them.</summary>
internal sealed record ArticleLibrary(
    IReadOnlyList<Article> Articles,
    StoreFacts Facts,
    IReadOnlyList<MenuSection> Menu,
    IReadOnlyList<ArticleProblem> Problems)
{
    /// <summary>The words by which the bot knows anger, danger and repetition.</summary>
    public WordLists Words { get; init; } = WordLists.Empty;

    public static readonly IReadOnlyList<string> Locales = [Language.English, Language.Chinese];

    private const int LongestFile = 256 * 1024;

    /// <summary>Reads the folder: <c>store.yaml</c>, <c>menu.yaml</c>, <c>words.yaml</c> and <c>articles/{en,zh}/*.md</c>. A broken file is left out and reported.</summary>
    public static ArticleLibrary Load(string directory)
    {
        List<ArticleProblem> problems = [];
        (StoreFacts facts, ArticleProblem? broken) = StoreFacts.Load(Path.Combine(directory, "store.yaml"));
        if (broken is not null)
        {
            problems.Add(broken);
        }

        List<Article> articles = [];
        foreach (string locale in Locales)
        {
            string folder = Path.Combine(directory, "articles", locale);
            string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md") : [];
            Array.Sort(files, StringComparer.Ordinal);
            articles.AddRange(files.Select(file => Read(file, locale, facts, problems)).OfType<Article>());
        }

        IReadOnlyList<MenuSection> menu = MenuFile.Load(Path.Combine(directory, "menu.yaml"), articles, problems);
        WordLists words = WordFile.Load(Path.Combine(directory, "words.yaml"), problems);
        return new ArticleLibrary(articles, facts, menu, problems) { Words = words };
    }

    private static Article? Read(string path, string locale, StoreFacts facts, List<ArticleProblem> problems)
    {
        if (new FileInfo(path).Length > LongestFile)
        {
            problems.Add(new ArticleProblem(path, 0, $"The file is larger than {LongestFile / 1024} KB. Split it into several articles."));
            return null;
        }

        (ArticleHeader? header, string body, ArticleProblem? broken) = FrontMatter.Read(path, File.ReadAllText(path));
        if (header is null)
        {
            problems.Add(broken ?? new ArticleProblem(path, 1, "The header is empty."));
            return null;
        }

        string text = facts.PutInto(body, locale, name => problems.Add(new ArticleProblem(path, 0, $"{{{{{name}}}}} is not in store.yaml. Add it there, or correct the name.")));
        Article article = new(Path.GetFileNameWithoutExtension(path), locale, path, header, text);
        string? lacking = Lacking(article);
        if (lacking is not null)
        {
            problems.Add(new ArticleProblem(path, 1, lacking));
        }

        return lacking is null ? article : null;
    }

    private static string? Lacking(Article article) => article.Header switch
    {
        { Questions.Count: 0, Keywords.Count: 0 } => "No question leads here. Add `questions:` with a few lines as shoppers type them.",
        { Kind: ArticleKind.Refuse } => null,
        { Title: "" } => "`title:` is missing. Give it a short title; it is shown as a button.",
        _ when article.Body.Length == 0 => "The answer is empty. Write it below the second ---.",
        _ => null,
    };
}
