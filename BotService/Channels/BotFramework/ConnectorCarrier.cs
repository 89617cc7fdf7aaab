using System.Text.Json;
using SupportBot.Conversations;
using SupportBot.Conversations.Outbox;

namespace SupportBot.Channels.BotFramework;

/// <summary>Carries the bot's messages to the channel that the conversation came from.</summary>
internal sealed class ConnectorCarrier(ConnectorClient connector) : IOutboxCarrier
{
    public string Kind => ActivityTurn.ConnectorDelivery;

    public Task<Delivery> SendAsync(Message message, byte[]? payload, CancellationToken cancellation)
    {
        Activity activity = StoredActivity.Read(message);
        if (activity.Conversation?.Id is not { Length: > 0 } conversation)
        {
            return Task.FromResult(new Delivery(DeliveryOutcome.Refused, "the activity names no conversation"));
        }

        byte[] body = JsonSerializer.SerializeToUtf8Bytes(activity with { ChannelData = ChannelDataOf(message) }, WireJson.Compact.Activity);
        return activity.ReplyToId is { Length: > 0 } answered
            ? connector.ReplyAsync(activity.ServiceUrl, conversation, answered, body, cancellation)
            : connector.SendAsync(activity.ServiceUrl, conversation, body, cancellation);
    }

    private static JsonElement? ChannelDataOf(Message message) =>
        message.ChannelData is { } data ? JsonSerializer.Deserialize(data, WireJson.Compact.JsonElement) : null;
}
