namespace SupportBot.Shop;

/// <summary>Which conversations have proved an order theirs, and how often it was tried in vain; rows, so that a restart forgets nothing.</summary>
internal interface IOrderProofs
{
    /// <summary>Counts an attempt against every scope, before it is looked at; false, and nothing counted, when one has reached its limit.</summary>
    Task<bool> TakeAttemptAsync(IReadOnlyList<ProofScope> scopes, TimeSpan window, CancellationToken cancellation);

    /// <summary>The attempt was no wrong one: it is not counted.</summary>
    Task GiveBackAsync(IReadOnlyList<ProofScope> scopes, CancellationToken cancellation);

    /// <summary>Remembers that the conversation has proved the order its shopper's.</summary>
    Task GrantAsync(string conversationId, string number, CancellationToken cancellation);

    ValueTask<bool> IsGrantedAsync(string conversationId, string number, CancellationToken cancellation);
}

/// <summary>Something attempts are counted by.</summary>
internal sealed record ProofScope(string Name, int Limit);
