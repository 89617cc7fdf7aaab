using System.Globalization;
using SupportBot.Knowledge;

namespace SupportBot.Articles.Exchange;

/// <summary>
/// An article as cells of a table: lists have one item a line inside their cell, a keyword with a weight is <c>word | 2</c>, buttons of a
/// card likewise one a line.
/// </summary>
internal static class ArticleCells
{
    private const string Weighted = " | ";

    /// <summary>The header of the file.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "id", "locale", "topic", "kind", "title", "keywords", "questions", "tags", "related", "valid_from", "valid_until", "audience",
        "card_title", "card_subtitle", "card_picture", "card_link_title", "card_link_url", "card_buttons", "answer",
    ];

    /// <summary>Without these nothing can be read.</summary>
    public static readonly IReadOnlyList<string> Needed = ["id", "locale"];

    public static IReadOnlyList<string> Of(ArticleKey key, ArticleHeader header, string body) =>
    [
        key.Id,
        key.Locale,
        header.Topic ?? "",
        header.Kind == ArticleKind.Answer ? "" : header.Kind.ToString().ToLowerInvariant(),
        header.Title,
        Lines(header.Keywords.Select(WordOf)),
        Lines(header.Questions),
        Lines(header.Tags),
        Lines(header.Related),
        DayOf(header.ValidFrom),
        DayOf(header.ValidUntil),
        header.Audience ?? "",
        header.Card?.Title ?? "",
        header.Card?.Subtitle ?? "",
        header.Card?.Picture ?? "",
        header.Card?.Link?.Title ?? "",
        header.Card?.Link?.Url ?? "",
        Lines(header.Card?.Buttons ?? []),
        body,
    ];

    /// <summary>Reads a row's cells by the names of their columns; <paramref name="problem"/> hears of a cell that cannot be read.</summary>
    public static (ArticleHeader Header, string Body) Read(Func<string, string> cell, Action<string, string> problem)
    {
        ArticleHeader header = new()
        {
            Topic = Optional(cell("topic")),
            Kind = Kind(cell("kind"), problem),
            Title = cell("title").Trim(),
            Keywords = [.. Items(cell("keywords")).Select(word => KeywordOf(word, problem))],
            Questions = Items(cell("questions")),
            Tags = Items(cell("tags")),
            Related = Items(cell("related")),
            ValidFrom = Day("valid_from", cell, problem),
            ValidUntil = Day("valid_until", cell, problem),
            Audience = Optional(cell("audience")),
            Card = Card(cell),
        };
        return (header, cell("answer").ReplaceLineEndings("\n").Trim());
    }

    private static ArticleCard? Card(Func<string, string> cell)
    {
        ArticleCard card = new()
        {
            Title = cell("card_title").Trim(),
            Subtitle = Optional(cell("card_subtitle")),
            Picture = Optional(cell("card_picture")),
            Buttons = Items(cell("card_buttons")),
            Link = (Optional(cell("card_link_title")), Optional(cell("card_link_url"))) is (null, null)
                ? null
                : new ArticleLink { Title = cell("card_link_title").Trim(), Url = cell("card_link_url").Trim() },
        };
        return card is { Title: "", Subtitle: null, Picture: null, Link: null, Buttons.Count: 0 } ? null : card;
    }

    private static ArticleKind Kind(string text, Action<string, string> problem)
    {
        if (text.Trim() is not "" and var name && (!Enum.TryParse(name, ignoreCase: true, out ArticleKind kind) || int.TryParse(name, out _)))
        {
            problem("kind", $"'{name}' is no kind of article. Write answer, task, talk or refuse, or leave it empty.");
            return ArticleKind.Answer;
        }

        return Enum.TryParse(text.Trim(), ignoreCase: true, out kind) ? kind : ArticleKind.Answer;
    }

    private static DateOnly? Day(string column, Func<string, string> cell, Action<string, string> problem)
    {
        string text = cell(column).Trim();
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return day;
        }

        problem(column, $"'{text}' is not a date like 2026-12-31.");
        return null;
    }

    /// <summary>A word that holds the mark itself always has its weight written, so that it reads back the same.</summary>
    private static string WordOf(Keyword keyword) => keyword.Weight == 1 && !keyword.Text.Contains(Weighted, StringComparison.Ordinal)
        ? keyword.Text
        : $"{keyword.Text}{Weighted}{keyword.Weight.ToString(CultureInfo.InvariantCulture)}";

    private static Keyword KeywordOf(string word, Action<string, string> problem)
    {
        int at = word.LastIndexOf(Weighted, StringComparison.Ordinal);
        if (at <= 0)
        {
            return new Keyword(word);
        }

        if (double.TryParse(word.AsSpan(at + Weighted.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight is >= 0 and <= 10)
        {
            return new Keyword(word[..at].Trim(), weight);
        }

        problem("keywords", $"'{word}': the weight after | is a number from 0 to 10.");
        return new Keyword(word);
    }

    private static string DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Lines(IEnumerable<string> items) => string.Join('\n', items);

    private static List<string> Items(string cell) => [.. cell.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string? Optional(string cell) => cell.Trim() is { Length: > 0 } text ? text : null;
}
