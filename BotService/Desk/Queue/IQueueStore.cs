using SupportBot.Conversations;

namespace SupportBot.Desk.Queue;

/// <summary>The queue as rows: everything that falls due is done in one transaction, by whichever node comes first.</summary>
internal interface IQueueStore
{
    /// <summary>
    /// Ends offers whose time is over, sends agents away who missed one or were silent, wakes what was put aside, takes back
    /// what vanished agents had, and offers what waits to whom it fits.
    /// </summary>
    Task<QueueTending> TendAsync(CancellationToken cancellation);

    /// <summary>Who waits, in the queue's order, and how fast people serve.</summary>
    ValueTask<QueueView> ViewAsync(CancellationToken cancellation);
}

/// <param name="Offers">What was offered.</param>
/// <param name="NextDue">When something falls due by itself.</param>
/// <param name="News">Who has to hear of it.</param>
internal readonly record struct QueueTending(IReadOnlyList<Match> Offers, DateTimeOffset? NextDue, DeskNews News);

/// <param name="Places">Everybody who waits, in order.</param>
/// <param name="ServiceTime">How long people took lately, from accepting to the end; null when nobody has been served lately.</param>
/// <param name="Slots">Conversations that all agents who are there can have together.</param>
internal sealed record QueueView(IReadOnlyList<QueuePlace> Places, TimeSpan? ServiceTime, int Slots)
{
    /// <summary>How long the shopper at a place still waits, as far as one can tell.</summary>
    public TimeSpan? EstimateOf(int place) => ServiceTime is { } time && Slots > 0 ? time * place / Slots : null;
}

/// <param name="ConversationId">Who waits.</param>
/// <param name="Locale">Their language.</param>
/// <param name="QueuedAt">Since when.</param>
/// <param name="AnnouncedAt">When they were last told their place; null for never.</param>
/// <param name="Announced">The place they were told.</param>
internal sealed record QueuePlace(string ConversationId, string? Locale, DateTimeOffset QueuedAt, DateTimeOffset? AnnouncedAt, int? Announced);
