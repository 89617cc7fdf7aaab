namespace SupportBot.Articles;

/// <summary>Reads one article's text and says what is wrong with it.</summary>
internal static class ArticleReader
{
    private const int LongestText = 256 * 1024;

    /// <summary>The article, or null when it cannot serve; every problem goes to <paramref name="problems"/>.</summary>
    /// <param name="path">Where it was read, for messages.</param>
    /// <param name="key">Its name.</param>
    /// <param name="text">The form of a file.</param>
    /// <param name="facts">Put into the answer.</param>
    /// <param name="problems">Hears of what is wrong.</param>
    public static Article? Read(string path, ArticleKey key, string text, StoreFacts facts, List<ArticleProblem> problems)
    {
        if (text.Length > LongestText)
        {
            problems.Add(new ArticleProblem(path, 0, $"The article is longer than {LongestText / 1024} KB. Split it into several."));
            return null;
        }

        (ArticleHeader? header, string body, ArticleProblem? broken) = FrontMatter.Read(path, text);
        if (header is null)
        {
            problems.Add(broken ?? new ArticleProblem(path, 1, "The header is empty."));
            return null;
        }

        string answer = facts.PutInto(body, key.Locale, name => problems.Add(
            new ArticleProblem(path, LineOf(text, $"{{{{{name}"), $"{{{{{name}}}}} is not in store.yaml. Add it there, or correct the name.")));
        Article article = new(key.Id, key.Locale, path, header, answer);
        List<ArticleProblem> faults = [.. Faults(article).Select(fault => new ArticleProblem(path, Math.Max(1, LineOf(text, $"\n{fault.Field}:")), fault.Message, fault.Field))];
        problems.AddRange(faults);
        return faults.Count == 0 ? article : null;
    }

    /// <summary>Ids named as related that no article has.</summary>
    public static IEnumerable<ArticleProblem> UnknownRelations(IReadOnlyList<Article> articles)
    {
        HashSet<string> known = [.. articles.Select(article => article.Id)];
        return articles.SelectMany(article => article.Header.Related.Where(id => !known.Contains(id)).Select(id =>
            new ArticleProblem(article.Path, 0, $"There is no article '{id}'. Correct the name or take it out.", "related")));
    }

    private static IEnumerable<(string Field, string Message)> Faults(Article article)
    {
        ArticleHeader header = article.Header;
        bool speaks = header.Kind != ArticleKind.Refuse;
        if (article.Key.Fault is { } fault)
        {
            yield return fault;
        }

        if (header is { Questions.Count: 0, Keywords.Count: 0 })
        {
            yield return ("questions", "No question leads here. Add `questions:` with a few lines as shoppers type them.");
        }

        if (speaks && header.Title.Length == 0)
        {
            yield return ("title", "`title:` is missing. Give it a short title; it is shown as a button.");
        }

        if (speaks && article.Body.Length == 0)
        {
            yield return ("answer", "The answer is empty. Write it below the second ---.");
        }

        if (header.ValidFrom > header.ValidUntil)
        {
            yield return ("valid_until", "It ends before it begins. Set `valid_from:` and `valid_until:` in order.");
        }

        if (header.Audience is not null and not ArticleHeader.Staff)
        {
            yield return ("audience", $"'{header.Audience}' is no audience. Write `staff` for what only agents shall find, or leave it out.");
        }

        if (header.Card is { } card && CardFault(card) is { } message)
        {
            yield return ("card", message);
        }
    }

    private static string? CardFault(ArticleCard card) => card switch
    {
        { Title: "" } => "The card has no title. Add `title:` below `card:`.",
        { Picture: { } picture } when !IsAddress(picture) => $"'{picture}' cannot be a picture's address. Begin it with https:// or /.",
        { Link: { } link } when link.Title.Length == 0 || !IsAddress(link.Url) => "The link needs a `title:` and a `url:` that begins with https:// or /.",
        { Buttons.Count: > 6 } => "A card has at most six buttons. Take some out.",
        _ => null,
    };

    private static bool IsAddress(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal) || text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal);

    private static int LineOf(string text, string part) =>
        text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at ? text.AsSpan(0, at + 1).Count('\n') + 1 : 0;
}
