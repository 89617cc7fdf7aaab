using SupportBot.Channels;
using SupportBot.Conversations;

namespace SupportBot.Desk.Inbox;

/// <summary>Who said a message, as the desk tells them apart.</summary>
internal enum MessageSender
{
    Shopper,
    Bot,
    Agent,
    Note,

    /// <summary>Something that happened rather than something said.</summary>
    Activity,
}

internal static class MessageSenders
{
    public static MessageSender Of(Sender sender) => sender switch
    {
        Sender.Shopper => MessageSender.Shopper,
        Sender.Bot => MessageSender.Bot,
        Sender.Agent => MessageSender.Agent,
        Sender.Note => MessageSender.Note,
        Sender.Channel => MessageSender.Activity,
    };

    public static PersonDocument? AuthorOf(Message message, Activity activity, DeskMark? mark) => message.Sender switch
    {
        Sender.Agent or Sender.Note => mark?.Actor is { } agent ? new PersonDocument(agent, mark.ActorName ?? activity.From?.Name ?? "") : null,
        Sender.Shopper => new PersonDocument(activity.From?.Id ?? "", activity.From?.Name ?? ""),
        Sender.Bot or Sender.Channel => null,
    };
}
