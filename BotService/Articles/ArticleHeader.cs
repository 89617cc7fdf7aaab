using SupportBot.Knowledge;

namespace SupportBot.Articles;

/// <summary>The front matter of an article's file.</summary>
internal sealed class ArticleHeader
{
    /// <summary>The audience of articles that only agents find.</summary>
    public const string Staff = "staff";

    /// <summary>The topic it serves; its id when left out.</summary>
    public string? Topic { get; set; }

    public ArticleKind Kind { get; set; } = ArticleKind.Answer;

    /// <summary>Short enough for a button.</summary>
    public string Title { get; set; } = "";

    public List<Keyword> Keywords { get; set; } = [];

    public List<string> Questions { get; set; } = [];

    public List<string> Tags { get; set; } = [];

    /// <summary>Ids of articles that lie near, offered after the answer.</summary>
    public List<string> Related { get; set; } = [];

    /// <summary>First and last day on which it is used (the store's dates); open when left out.</summary>
    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidUntil { get; set; }

    /// <summary>Who may see it: <see cref="Staff"/>, or everybody when left out.</summary>
    public string? Audience { get; set; }

    public ArticleCard? Card { get; set; }
}
