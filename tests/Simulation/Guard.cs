namespace SupportBot.Simulation;

/// <summary>What keeps a promise. A run can do without one, to show that a broken promise is then found.</summary>
internal enum Guard
{
    None,

    /// <summary>A turn is stored only on the version it was decided on.</summary>
    Version,

    /// <summary>A client's message is stored once however often it comes.</summary>
    ClientId,

    /// <summary>What people do is stored only when the assignment allows it.</summary>
    Owner,

    /// <summary>A move that leaves the shopper is refused when they have said something its agent has not seen.</summary>
    Seen,

    /// <summary>Replies, state, effects and the answered mark are one write.</summary>
    Atomicity,

    /// <summary>Nodes look for turns that others left pending.</summary>
    Sweep,

    /// <summary>Readers look again when no wake-up came.</summary>
    Recheck,
}
