namespace SupportBot.Access.Audit;

/// <summary>What staff have changed. Rows are only ever added; whoever alters or removes one breaks the chain.</summary>
internal interface IAuditLog
{
    /// <summary>For a change that has no transaction of its own to be written in.</summary>
    Task WriteAsync(AuditEntry entry, CancellationToken cancellation);

    /// <summary>Up to <paramref name="limit"/> rows before the id, newest first.</summary>
    ValueTask<IReadOnlyList<AuditRecord>> ReadAsync(AuditFilter filter, long before, int limit, CancellationToken cancellation);

    ValueTask<AuditCheck> CheckAsync(CancellationToken cancellation);
}

internal sealed record AuditFilter(string? Actor = null, string? Action = null, DateTimeOffset? From = null, DateTimeOffset? To = null);

/// <param name="Checked">How many rows were good before the first that is not.</param>
/// <param name="BrokenAt">The id of the first row that was altered or is missing.</param>
internal sealed record AuditCheck(long Checked, long? BrokenAt)
{
    public bool Ok => BrokenAt is null;
}
