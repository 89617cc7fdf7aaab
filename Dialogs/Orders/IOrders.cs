namespace SupportBot.Dialogs.Orders;

/// <summary>How a look-up ended.</summary>
public enum LookUp
{
    Found,

    /// <summary>There is none, or the proof does not fit: the two are never told apart.</summary>
    NotFound,

    /// <summary>The shopper is not known to own it: the e-mail or phone on the order is needed.</summary>
    ProofNeeded,

    /// <summary>Too many proofs have failed; a person can help.</summary>
    TooManyAttempts,

    /// <summary>The shop does not answer at this moment.</summary>
    Unavailable,
}

/// <param name="Value">What was found; null unless <see cref="LookUp.Found"/>.</param>
public sealed record Found<T>(LookUp Outcome, T? Value = default);

/// <summary>The shop's orders as one shopper may see them; made for one turn, it knows who asks.</summary>
public interface IOrders
{
    /// <summary>Whether the store site has vouched for who the shopper is.</summary>
    bool SignedIn { get; }

    /// <summary>Who it is, as far as the store site has said; null for a guest.</summary>
    Shopper? Shopper => null;

    /// <summary>What the store promises about changes; <see cref="OrderPolicy"/> judges by it.</summary>
    OrderRules Rules => new();

    /// <summary>The signed-in shopper's orders, newest first, at most 20; empty for a guest.</summary>
    ValueTask<Found<IReadOnlyList<Order>>> MineAsync(CancellationToken cancellation);

    /// <summary>
    /// One order, when it is the signed-in shopper's, or <paramref name="proof"/> is the e-mail or phone on it.
    /// A proof accepted in the past of the conversation is remembered by the dialogs and given again.
    /// </summary>
    ValueTask<Found<Order>> FindAsync(string number, string? proof, CancellationToken cancellation);
}
