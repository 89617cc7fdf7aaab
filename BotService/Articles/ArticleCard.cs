using SupportBot.Dialogs;

namespace SupportBot.Articles;

/// <summary>What is shown below an answer: a picture, a title, a link and buttons that say something for the shopper.</summary>
internal sealed class ArticleCard
{
    public string Title { get; set; } = "";

    public string? Subtitle { get; set; }

    /// <summary>Address of the picture, on the store's site or https.</summary>
    public string? Picture { get; set; }

    /// <summary>A link that opens in the browser.</summary>
    public ArticleLink? Link { get; set; }

    /// <summary>Each sends its text as the shopper's own words.</summary>
    public List<string> Buttons { get; set; } = [];

    public Card ToCard() => new(Title, Subtitle, null, Picture) { Buttons = Buttons, Link = Link is { } link ? (link.Title, link.Url) : null };
}

internal sealed class ArticleLink
{
    public string Title { get; set; } = "";

    public string Url { get; set; } = "";
}
