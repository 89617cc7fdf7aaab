namespace SupportBot.Outreach.Reminders;

/// <summary>What has become of a reminder. The numbers are stored.</summary>
internal enum ReminderStatus
{
    Pending = 0,
    Said = 1,

    /// <summary>The shopper has taken it back.</summary>
    Dropped = 2,

    /// <summary>There is no way to say it any more.</summary>
    Unreachable = 3,
}

/// <param name="ConversationId">Where it is said.</param>
/// <param name="Reference">Names it within the conversation.</param>
/// <param name="DueAt">When, to the millisecond.</param>
/// <param name="Text">What to remind of, in the shopper's words.</param>
internal sealed record ReminderRow(string ConversationId, string Reference, DateTimeOffset DueAt, string Text, string Locale);
