using SupportBot.Dialogs.Persons;
using SupportBot.Recognizers;

namespace SupportBot.Dialogs;

/// <summary>What the store has set for the dialogs. Every default is a working one.</summary>
public sealed record StoreSettings
{
    /// <summary>How order numbers look. No word boundaries: Chinese is written without spaces around them.</summary>
    public OrderNumberPatterns OrderNumbers { get; init; } = new([@"[A-Z]\d{2}-\d{5}"]);

    /// <summary>A form nobody has touched for so long is not gone on with unasked.</summary>
    public TimeSpan FormPause { get; init; } = TimeSpan.FromHours(4);

    public HandOffRules HandOff { get; init; } = new();

    public WordLists Words { get; init; } = WordLists.Empty;
}
