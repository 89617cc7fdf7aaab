namespace SupportBot.Conversations;

/// <summary>Who said a message. The numbers are stored.</summary>
internal enum Sender
{
    Shopper = 0,
    Bot = 1,
    Agent = 2,

    /// <summary>The channel itself, e.g. that somebody joined: kept in the log, never shown to a client.</summary>
    Channel = 3,

    /// <summary>A note among the staff: kept in the log, never shown to a client.</summary>
    Note = 4,
}

internal static class SenderExtensions
{
    /// <summary>Whether the shopper's client may see what was said; everything that leaves the house asks here.</summary>
    public static bool IsShownToShopper(this Sender sender) => sender switch
    {
        Sender.Shopper or Sender.Bot or Sender.Agent => true,
        Sender.Channel or Sender.Note => false,
    };
}
