namespace SupportBot.Outreach.Reminders;

/// <summary>The shoppers' own reminders.</summary>
internal interface IReminderStore
{
    /// <summary>Keeps a reminder; one of the same reference stays as it is.</summary>
    Task SetAsync(ReminderRow row, CancellationToken cancellation);

    /// <summary>Moves one that is still to come; anything else stays.</summary>
    Task MoveAsync(string conversationId, string reference, DateTimeOffset dueAt, CancellationToken cancellation);

    /// <summary>Takes one that is still to come back.</summary>
    Task DropAsync(string conversationId, string reference, CancellationToken cancellation);

    /// <summary>Those of a conversation still to come, the next first.</summary>
    ValueTask<IReadOnlyList<ReminderRow>> PendingAsync(string conversationId, int limit, CancellationToken cancellation);

    /// <summary>Leases those that are due to the caller, the oldest first; until the lease ends nobody else gets them.</summary>
    Task<IReadOnlyList<ReminderRow>> ClaimDueAsync(int limit, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Writes what became of due ones, those excepted that have been moved or taken back meanwhile.</summary>
    Task SettleAsync(IReadOnlyList<(ReminderRow Row, ReminderStatus Status)> settled, CancellationToken cancellation);
}
