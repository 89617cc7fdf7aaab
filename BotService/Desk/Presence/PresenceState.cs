namespace SupportBot.Desk.Presence;

/// <summary>Whether an agent takes conversations. The numbers are stored.</summary>
internal enum PresenceState
{
    On = 0,

    /// <summary>Not at the desk for a while, by their own word or because an offer or a long silence showed it.</summary>
    Away = 1,

    /// <summary>There, and taking no new conversations.</summary>
    Busy = 2,

    Off = 3,
}
