using SupportBot.Access.Audit;

namespace SupportBot.Conversations.Outbox;

/// <summary>The rows that <see cref="Append.Outbox"/> wrote, handed out so that each is sent by one node and in order.</summary>
internal interface IOutboxStore
{
    /// <summary>
    /// Marks due rows of a kind as being sent, durably, and returns them: of each conversation only the oldest open one, and
    /// none while another is being sent. Whoever holds a row longer than the lease is taken for lost.
    /// </summary>
    /// <param name="repeatable">Whether rows whose holder is lost fall due again.</param>
    Task<OutboxClaim> ClaimAsync(string kind, int limit, TimeSpan lease, bool repeatable, CancellationToken cancellation);

    /// <summary>Writes what became of a claimed row.</summary>
    /// <returns>False when the row is no longer the claimer's.</returns>
    Task<bool> SettleAsync(OutboxRow row, OutboxSettlement settlement, CancellationToken cancellation);

    /// <summary>The newest rows in a status: what is waiting, what failed and why.</summary>
    ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxStatus status, int limit, CancellationToken cancellation);

    /// <summary>An operator's word on rows that are dead, unknown or held back: they fall due now, or are dropped for good.</summary>
    /// <param name="rows">Which of them.</param>
    /// <param name="send">Whether they are sent. One whose attempts are used up is tried once more.</param>
    /// <param name="by">Written with it, unless there was no such row.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>How many rows.</returns>
    Task<int> DecideAsync(StuckRows rows, bool send, AuditEntry by, CancellationToken cancellation);
}
