namespace SupportBot.Conversations.Assignments;

/// <summary>How far people have come with a conversation. The numbers are stored.</summary>
internal enum AssignmentStatus
{
    Open = 0,

    /// <summary>Its agent has put it aside, until a time or the shopper's next message.</summary>
    Snoozed = 1,

    Resolved = 2,
}
