using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Channels.Sms;

/// <summary>Carries what the bot and colleagues say to the shopper's phone.</summary>
internal sealed class SmsReplies(SmsGateway gateway) : IOutboxCarrier
{
    public const string Delivery = "sms";

    public string Kind => Delivery;

    public async Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        Activity said = StoredActivity.Read(message);

        // What only a client would act on has no words.
        return SmsText.Of(said) is not { Length: > 0 } text ? new Delivery(DeliveryOutcome.Delivered)
            : said.Recipient?.Id is not { Length: > 0 } number ? new Delivery(DeliveryOutcome.Refused, "the message names no number")
            : await gateway.SendAsync(number, text, StoredActivity.IdOf(message.ConversationId, message.Sequence), cancellation);
    }
}
