namespace SupportBot.Dialogs;

/// <summary>What reaches the bot.</summary>
public enum UtteranceKind
{
    /// <summary>The shopper said or sent something.</summary>
    Message,

    /// <summary>The shopper has just come.</summary>
    Joined,

    /// <summary>Anything else a channel may send; the bot keeps silent.</summary>
    Other,
}

/// <summary>One thing a shopper said, freed from its channel.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words; empty when only files came.</param>
/// <param name="Locale">The locale the client claims (BCP-47), or null.</param>
/// <param name="Attachments">How many files came with it.</param>
public sealed record Utterance(UtteranceKind Kind, string Text, string? Locale = null, int Attachments = 0)
{
    /// <summary>Ids of those files that are kept here.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
