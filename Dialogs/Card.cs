namespace SupportBot.Dialogs;

/// <summary>Something shown with a picture and buttons.</summary>
/// <param name="Title">Plain text, as the other texts are.</param>
public sealed record Card(string Title, string? Subtitle, string? Text, string? PictureUrl)
{
    /// <summary>Each sends its title as the shopper's own words.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];

    /// <summary>A page to open, and the words on its button.</summary>
    public (string Title, string Url)? Link { get; init; }
}
