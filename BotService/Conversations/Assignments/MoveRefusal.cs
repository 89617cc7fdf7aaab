namespace SupportBot.Conversations.Assignments;

/// <summary>Why a move is not made.</summary>
internal enum MoveRefusal
{
    /// <summary>Somebody else has the conversation, or nobody.</summary>
    NotYours,

    /// <summary>Another agent was first.</summary>
    Taken,

    /// <summary>The offer has gone to another, or its time is over.</summary>
    OfferGone,

    /// <summary>The agent has as many conversations as they may.</summary>
    AtCapacity,

    /// <summary>The agent is not there.</summary>
    NotThere,

    /// <summary>It is not in a state in which this can be done.</summary>
    NotNow,

    /// <summary>The shopper has written something the actor has not seen.</summary>
    NewMessage,
}
