namespace SupportBot.Desk.Replies;

/// <summary>The replies kept ready: those of all, and each colleague's own.</summary>
internal interface ICannedStore
{
    /// <summary>What a colleague can use, by title.</summary>
    /// <param name="locale">Null for every language.</param>
    ValueTask<IReadOnlyList<CannedReply>> ListAsync(string staffId, string? locale, CancellationToken cancellation);

    /// <summary>Adds one, or changes it when the version is the stored one.</summary>
    /// <returns>The reply with its new version; null when it has changed or is another's.</returns>
    Task<CannedReply?> SaveAsync(CannedReply reply, string staffId, bool mayShared, CancellationToken cancellation);

    /// <returns>False when there is none, or it is another's.</returns>
    Task<bool> DeleteAsync(string id, string staffId, bool mayShared, CancellationToken cancellation);

    /// <summary>Begins with the set a store can start from, once.</summary>
    Task SeedAsync(IReadOnlyList<CannedReply> replies, CancellationToken cancellation);
}
