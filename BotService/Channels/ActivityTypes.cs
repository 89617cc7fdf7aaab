namespace SupportBot.Channels;

/// <summary>The activity types of the protocol that we name.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string Typing = "typing";
    public const string Event = "event";
    public const string Invoke = "invoke";
    public const string ConversationUpdate = "conversationUpdate";
    public const string EndOfConversation = "endOfConversation";
    public const string Trace = "trace";

    /// <summary>Whether the protocol knows the type; a channel rejects what it does not.</summary>
    public static bool IsKnown(string type) => type is Message or Typing or Event or Invoke or ConversationUpdate or EndOfConversation or Trace
        or "messageUpdate" or "messageDelete" or "messageReaction" or "installationUpdate" or "contactRelationUpdate" or "handoff" or "suggestion" or "command" or "commandResult";
}
