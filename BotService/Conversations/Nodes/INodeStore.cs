namespace SupportBot.Conversations.Nodes;

/// <summary>The nodes' leases as rows. No clock is in them: a node lives as long as its beats go on.</summary>
internal interface INodeStore
{
    /// <summary>Begins a lease under an id never used before.</summary>
    Task BeginAsync(string lease, CancellationToken cancellation);

    /// <summary>Says that the lease's node lives.</summary>
    /// <returns>False when the lease has been ended by another node.</returns>
    Task<bool> BeatAsync(string lease, CancellationToken cancellation);

    ValueTask<IReadOnlyList<NodeBeat>> ListAsync(CancellationToken cancellation);

    /// <summary>Ends a lease, if it has not beaten since it was looked at: every <see cref="Append.Lease"/> under it is refused from then on.</summary>
    /// <returns>Whether it was this call that ended it.</returns>
    Task<bool> EndAsync(NodeBeat last, CancellationToken cancellation);
}

/// <param name="Lease">The lease's id.</param>
/// <param name="Beats">How often it has beaten.</param>
internal readonly record struct NodeBeat(string Lease, long Beats);
