namespace SupportBot.Conversations;

/// <summary>Who said a message. The numbers are stored.</summary>
internal enum Sender
{
    Shopper = 0,
    Bot = 1,
    Agent = 2,

    /// <summary>The channel itself, e.g. that somebody joined: kept in the log, never shown to a client.</summary>
    Channel = 3,
}
