namespace SupportBot.Dialogs;

/// <summary>One message of the bot.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Locale"><c>en</c> or <c>zh</c>.</param>
public sealed record Reply(string Text, string Locale)
{
    /// <summary>Offered as buttons; each sends its title as the shopper's own words.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>Shown beside each other below the text.</summary>
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>Whether the bot waits for a choice.</summary>
    public bool ExpectsChoice { get; init; }
}
