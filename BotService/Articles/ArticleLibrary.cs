using SupportBot.Dialogs;
using SupportBot.Dialogs.Persons;

namespace SupportBot.Articles;

/// <summary>All of the store's files and rows, read together: articles, facts and menu, and what is wrong with them.</summary>
internal sealed record ArticleLibrary(
    IReadOnlyList<Article> Articles,
    StoreFacts Facts,
    IReadOnlyList<MenuSection> Menu,
    IReadOnlyList<ArticleProblem> Problems)
{
    /// <summary>The words by which the bot knows anger, danger and repetition.</summary>
    public WordLists Words { get; init; } = WordLists.Empty;

    public static readonly IReadOnlyList<string> Locales = [Language.English, Language.Chinese];

    /// <summary>Reads the folder: <c>store.yaml</c>, <c>menu.yaml</c>, <c>words.yaml</c> and <c>articles/{en,zh}/*.md</c>. A row of the database wins over the file of its name. What is broken is left out and reported.</summary>
    public static ArticleLibrary Load(string directory, IReadOnlyList<StoredArticle>? rows = null)
    {
        List<ArticleProblem> problems = [];
        (StoreFacts facts, ArticleProblem? broken) = StoreFacts.Load(Path.Combine(directory, "store.yaml"));
        if (broken is not null)
        {
            problems.Add(broken);
        }

        Article[] articles = [.. Texts(directory, rows ?? []).Select(text => ArticleReader.Read(text.Path, text.Key, text.Read(), facts, problems)).OfType<Article>()];
        problems.AddRange(ArticleReader.UnknownRelations(articles));
        IReadOnlyList<MenuSection> menu = MenuFile.Load(Path.Combine(directory, "menu.yaml"), articles, problems);
        WordLists words = WordFile.Load(Path.Combine(directory, "words.yaml"), problems);
        return new ArticleLibrary(articles, facts, menu, problems) { Words = words };
    }

    /// <summary>Every article's text by language and id, broken ones too.</summary>
    public static IEnumerable<ArticleText> Texts(string directory, IReadOnlyList<StoredArticle> rows)
    {
        SortedDictionary<string, ArticleText> texts = new(StringComparer.Ordinal);
        foreach (string locale in Locales)
        {
            string folder = Path.Combine(directory, "articles", locale);
            foreach (string file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.md") : [])
            {
                ArticleKey key = new(Path.GetFileNameWithoutExtension(file), locale);
                texts[key.ToString()] = new ArticleText(key, file, () => File.ReadAllText(file));
            }
        }

        foreach (StoredArticle row in rows)
        {
            texts.Remove(row.Key.ToString());
            if (!row.Deleted)
            {
                texts[row.Key.ToString()] = new ArticleText(row.Key, PathOf(row.Key), () => row.Text);
            }
        }

        return texts.Values;
    }

    /// <summary>How messages name a row.</summary>
    public static string PathOf(ArticleKey key) => $"database: {key}";
}
