using SupportBot.Conversations;

namespace SupportBot.Channels;

/// <summary>Where a conversation can be spoken in without a message to answer, whatever channel it came through.</summary>
internal sealed class ConversationAddresses(BotAccount bot, TimeProvider time)
{
    /// <summary>Null when the channel never told where the conversation can be reached.</summary>
    public ReplyAddress? Of(Conversation conversation)
    {
        if (ReferenceOf(conversation) is not { } reference)
        {
            return null;
        }

        Message nothing = new(conversation.Id, 0, time.GetUtcNow(), Sender.Channel, null, 0, [], null);
        return ReplyAddress.To(Continuation.Of(reference), conversation, nothing);
    }

    private ConversationReference? ReferenceOf(Conversation conversation)
    {
        if (!ConversationKey.IsOurs(conversation.Id))
        {
            return conversation.Reference is { } stored && Continuation.Read(stored) is { } reference && (reference.ServiceUrl is not null || ConversationKey.IsSms(conversation.Id)) ? reference : null;
        }

        return new ConversationReference
        {
            User = new ChannelAccount { Id = conversation.UserId ?? "user", Role = "user" },
            Bot = bot.Account,
            Conversation = new ConversationAccount { Id = conversation.Id },
            ChannelId = ConversationKey.DirectLine,
        };
    }
}
