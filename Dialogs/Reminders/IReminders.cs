namespace SupportBot.Dialogs.Reminders;

/// <summary>The shopper's own reminders, as the dialogs list them; made for one conversation.</summary>
public interface IReminders
{
    /// <summary>Those still to come, the next first; at most nine.</summary>
    ValueTask<IReadOnlyList<Reminder>> PendingAsync(CancellationToken cancellation);
}

/// <param name="Reference">Names it within the conversation.</param>
/// <param name="At">When, in the store's time zone.</param>
/// <param name="Text">What to remind of, in the shopper's words.</param>
public sealed record Reminder(string Reference, DateTime At, string Text);
