namespace SupportBot.Channels;

/// <summary>A card with a picture, a title, a price or other second line, and buttons.</summary>
internal sealed record HeroCard
{
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<CardImage>? Images { get; init; }
    public IReadOnlyList<CardAction>? Buttons { get; init; }
}

internal sealed record CardImage(string Url, string? Alt = null);
