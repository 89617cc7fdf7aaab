using SupportBot.Dialogs;

namespace SupportBot.Conversations.Assignments;

/// <summary>What the bot hands over with a conversation.</summary>
/// <param name="Reason">Why, in a word that reports can count.</param>
/// <param name="Locale">The shopper's language.</param>
/// <param name="Request">What the person should know; null when nothing was asked for.</param>
internal sealed record HandOff(string Reason, string? Locale, HandOffRequest? Request);
