namespace SupportBot.Conversations.Assignments;

/// <summary>How a shopper's time with people ended. The numbers are stored.</summary>
internal enum ServiceOutcome
{
    Resolved = 0,

    /// <summary>An agent gave the conversation back to the bot.</summary>
    Returned = 1,

    /// <summary>The shopper went back to the bot; when nobody had accepted, they gave up waiting.</summary>
    Left = 2,
}
