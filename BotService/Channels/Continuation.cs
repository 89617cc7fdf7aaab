using System.Text.Json;

namespace SupportBot.Channels;

/// <summary>The event by which a conversation is taken up again without a message to answer. It is never stored.</summary>
internal static class Continuation
{
    private const string Name = "ContinueConversation";

    public static Activity Of(ConversationReference reference) => new()
    {
        Type = ActivityTypes.Event,
        Name = Name,
        ChannelId = reference.ChannelId,
        ServiceUrl = reference.ServiceUrl,
        Conversation = reference.Conversation,
        From = reference.User,
        Recipient = reference.Bot,
        Locale = reference.Locale,
        RelatesTo = reference,
    };

    public static bool Is(Activity activity) => activity is { Type: ActivityTypes.Event, Name: Name };

    /// <summary>The reference by which an incoming activity's conversation can be continued, as it is stored.</summary>
    public static byte[] ReferenceOf(Activity incoming) => JsonSerializer.SerializeToUtf8Bytes(
        new ConversationReference
        {
            User = incoming.Type == ActivityTypes.ConversationUpdate ? Joined(incoming) ?? incoming.From : incoming.From,
            Bot = incoming.Recipient,
            Conversation = incoming.Conversation,
            ChannelId = incoming.ChannelId,
            Locale = incoming.Locale,
            ServiceUrl = incoming.ServiceUrl,
        },
        WireJson.Compact.ConversationReference);

    public static ConversationReference? Read(byte[] stored) => JsonSerializer.Deserialize(stored, WireJson.Compact.ConversationReference);

    // The channel itself may be the sender of the news that somebody joined.
    private static ChannelAccount? Joined(Activity update)
    {
        foreach (ChannelAccount member in update.MembersAdded ?? [])
        {
            if (member.Id != update.Recipient?.Id)
            {
                return member;
            }
        }

        return null;
    }
}
