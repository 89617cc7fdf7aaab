namespace SupportBot.Conversations;

/// <summary>Who answers the shopper: exactly one at any time. The numbers are stored.</summary>
internal enum Owner
{
    Bot = 0,
    Queue = 1,
    Agent = 2,
}
