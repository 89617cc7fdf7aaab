namespace SupportBot.Desk.Shifts;

/// <summary>What is edited as a whole and kept as one JSON document: the shift plan, a colleague's saved views.</summary>
internal interface IDeskDocuments
{
    /// <param name="name">Which document.</param>
    /// <param name="owner">The colleague's id, or empty for the store's.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>Version 0 and null when it was never saved.</returns>
    ValueTask<(string? Json, long Version)> ReadAsync(string name, string owner, CancellationToken cancellation);

    /// <param name="name">Which document.</param>
    /// <param name="owner">The colleague's id, or empty for the store's.</param>
    /// <param name="json">Its new text.</param>
    /// <param name="version">The version that was read; null to write whatever is there.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    /// <returns>The new version; null when somebody else was first.</returns>
    Task<long?> SaveAsync(string name, string owner, string json, long? version, CancellationToken cancellation);
}
