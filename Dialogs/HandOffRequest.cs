namespace SupportBot.Dialogs;

/// <summary>How much a waiting shopper matters beyond their time of waiting. The numbers are stored.</summary>
public enum HandOffPriority
{
    Normal = 0,

    /// <summary>A loyal customer or a large sum.</summary>
    High = 1,

    /// <summary>A severe complaint.</summary>
    Urgent = 2,
}

/// <summary>What the person who takes over should know before reading.</summary>
/// <param name="Skill">The skill that fits, such as <c>returns</c>, <c>orders</c>, <c>complaints</c>; null for anybody.</param>
/// <param name="Priority">Orders the queue before the time of waiting does.</param>
/// <param name="Summary">What was asked and filled in so far, in the shopper's language; one or two lines.</param>
public sealed record HandOffRequest(string? Skill, HandOffPriority Priority, string? Summary);
