using SupportBot.Dialogs.Reminders;

namespace SupportBot.Outreach.Reminders;

/// <summary>One conversation's reminders as the dialogs list them, in the store's time.</summary>
internal sealed class ConversationReminders(IReminderStore store, string conversationId, TimeZoneInfo zone) : IReminders
{
    private const int Most = 9;

    public async ValueTask<IReadOnlyList<Reminder>> PendingAsync(CancellationToken cancellation) =>
        [.. (await store.PendingAsync(conversationId, Most, cancellation)).Select(row => new Reminder(row.Reference, TimeZoneInfo.ConvertTime(row.DueAt, zone).DateTime, row.Text))];
}
