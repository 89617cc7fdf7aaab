namespace SupportBot.Dialogs.Orders;

/// <summary>The rule that decided whether a change is possible; the dialogs have words for each.</summary>
public enum PolicyRule
{
    Allowed,

    /// <summary>The order is cancelled already.</summary>
    AlreadyCancelled,

    /// <summary>It is packed: it cannot be stopped, but refused at the door or sent back.</summary>
    AlreadyPacked,

    /// <summary>It is on its way or delivered.</summary>
    AlreadySent,

    /// <summary>It has not arrived yet, so there is nothing to send back.</summary>
    NotDelivered,

    /// <summary>The days to send it back are over (<see cref="PolicyAnswer.Until"/>).</summary>
    WindowClosed,

    /// <summary>Hygiene, made to measure, gift cards: it can come back only when faulty.</summary>
    NotReturnable,

    /// <summary>A return is under way or has been refunded.</summary>
    AlreadyReturned,

    /// <summary>The order has no such item.</summary>
    NotInOrder,

    /// <summary>What is wanted instead is not in stock.</summary>
    SoldOut,

    /// <summary>The invoice comes with the dispatch.</summary>
    InvoiceNotReady,

    /// <summary>The purchase lies too far back for a new invoice (<see cref="PolicyAnswer.Until"/>).</summary>
    InvoiceTooOld,

    /// <summary>Something needed is missing, such as the new address or the item wanted instead.</summary>
    Incomplete,
}

/// <param name="Rule"><see cref="PolicyRule.Allowed"/>, or why not.</param>
/// <param name="Until">The last day on which it is or was possible, by the store's calendar; null where no day decides.</param>
/// <param name="Cost">What it costs the shopper, in the order's currency.</param>
/// <param name="AtFault">Whether the store answers for the reason, so that it pays.</param>
public sealed record PolicyAnswer(PolicyRule Rule, DateOnly? Until = null, decimal Cost = 0, bool AtFault = false)
{
    public bool IsAllowed => Rule == PolicyRule.Allowed;
}
