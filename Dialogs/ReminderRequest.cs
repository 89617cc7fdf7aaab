namespace SupportBot.Dialogs;

/// <summary>What to do with a reminder.</summary>
public enum ReminderAction
{
    Set,
    Move,
    Drop,
}

/// <summary>One of the shopper's own reminders.</summary>
/// <param name="Reference">Names it within the conversation; made from the conversation and the turn.</param>
/// <param name="At">When, in the store's time zone; null to drop it.</param>
/// <param name="Text">What to remind of, in the shopper's words.</param>
public sealed record ReminderRequest(ReminderAction Action, string Reference, DateTime? At, string? Text, string Locale);
