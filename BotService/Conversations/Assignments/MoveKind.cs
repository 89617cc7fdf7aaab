namespace SupportBot.Conversations.Assignments;

/// <summary>What can be done with an assignment.</summary>
internal enum MoveKind
{
    /// <summary>The bot passes the conversation to people.</summary>
    HandOff,

    /// <summary>The shopper goes back to the bot.</summary>
    Leave,

    /// <summary>The shopper has said something.</summary>
    Hear,

    /// <summary>The queue tells the shopper their place.</summary>
    Announce,

    /// <summary>The queue offers it to an agent.</summary>
    Offer,

    /// <summary>An offer's time has run out.</summary>
    Expire,

    /// <summary>Its agent has vanished.</summary>
    Release,

    /// <summary>The time it was put aside for is over.</summary>
    Wake,

    Claim,
    Accept,
    Decline,
    Reply,
    Transfer,
    Return,
    Resolve,
    Snooze,
    Reopen,

    /// <summary>A supervisor takes it, from whomever.</summary>
    TakeOver,

    /// <summary>A supervisor gives it to an agent.</summary>
    Assign,
}
