namespace SupportBot.Shop;

/// <summary>Which conversations have proved an order theirs, and how often it was tried in vain; rows, so that a restart forgets nothing.</summary>
internal interface IOrderProofs
{
    /// <summary>Counts an attempt against every scope, before it is looked at; false, and nothing counted, when one has reached its limit.</summary>
    Task<bool> TakeAttemptAsync(IReadOnlyList<ProofScope> scopes, TimeSpan window, CancellationToken cancellation);

    /// <summary>The proof was right: remembers it and gives the attempt back.</summary>
    Task GrantAsync(string conversationId, string number, IReadOnlyList<ProofScope> scopes, CancellationToken cancellation);

    ValueTask<bool> IsGrantedAsync(string conversationId, string number, CancellationToken cancellation);
}

/// <summary>Something attempts are counted by.</summary>
internal sealed record ProofScope(string Name, int Limit);
