using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>What became of a change. The numbers are stored.</summary>
internal enum ShopOutcome
{
    Done = 0,

    /// <summary>The policy forbids it; <see cref="ShopChange.Rule"/> says why.</summary>
    Refused = 1,

    /// <summary>There is no such order.</summary>
    NotFound = 2,

    /// <summary>Another change was made under the same key.</summary>
    Conflict = 3,

    /// <summary>The shop does not answer; the same key may be tried again.</summary>
    Unavailable = 4,
}

/// <param name="Reference">What the shopper can quote.</param>
/// <param name="Rule">Why it was refused.</param>
internal readonly record struct ShopChange(ShopOutcome Outcome, string? Reference = null, PolicyRule Rule = PolicyRule.Allowed);
