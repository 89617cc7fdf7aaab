namespace SupportBot.Desk.Stream;

/// <summary>Everything the desk's sockets are told, in the order of commit. Whoever changes something writes its row in the same transaction.</summary>
internal interface IDeskJournal
{
    /// <summary>Up to <paramref name="limit"/> rows beyond an id.</summary>
    ValueTask<IReadOnlyList<DeskEvent>> ReadAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>The oldest and the newest id that are kept; both 0 when there are none.</summary>
    ValueTask<(long Oldest, long Newest)> EndsAsync(CancellationToken cancellation);

    /// <summary>Adds a row on its own.</summary>
    Task AddAsync(DeskEventKind kind, string? agentId, byte[]? payload, CancellationToken cancellation);

    /// <summary>Forgets rows older than a time; the newest always stays, so that ids never start again.</summary>
    Task TrimAsync(DateTimeOffset before, CancellationToken cancellation);
}
