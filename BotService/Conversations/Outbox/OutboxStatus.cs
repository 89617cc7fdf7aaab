namespace SupportBot.Conversations.Outbox;

/// <summary>How far a row of the outbox has come. The numbers are stored; the first two are open and hold up what follows them in their conversation.</summary>
internal enum OutboxStatus
{
    Due = 0,

    /// <summary>Written before the call goes out: after a crash nobody can tell whether it arrived.</summary>
    Sending = 1,

    Sent = 2,

    /// <summary>Refused for good, or given up after the last attempt.</summary>
    Dead = 3,

    /// <summary>It may have arrived. A person decides; it is never sent again by itself.</summary>
    Unknown = 4,

    /// <summary>Unsent when the database was copied: the copy does not know whether its original has sent it.</summary>
    Held = 5,

    /// <summary>Dead, unknown or held back, and an operator decided that it is not sent.</summary>
    Dropped = 6,
}
