using System.Text.Json;
using System.Text.Json.Nodes;
using SupportBot.Channels.Sms;
using SupportBot.Conversations;
using SupportBot.Dialogs;

namespace SupportBot.Channels;

/// <summary>Where a reply goes: the incoming activity turned round.</summary>
internal sealed record ReplyAddress(Activity Template, string? Delivery)
{
    public const string Initiate = "handoff.initiate";
    public const string Status = "handoff.status";

    public static ReplyAddress To(Activity incoming, Conversation conversation, Message message)
    {
        bool ours = ConversationKey.IsOurs(conversation.Id);

        // Nothing may answer the id of an activity that clients never see.
        string? answered = incoming.Type is ActivityTypes.ConversationUpdate or ActivityTypes.Typing || Continuation.Is(incoming) ? null
            : ours ? StoredActivity.IdOf(message.ConversationId, message.Sequence)
            : message.ClientId;
        Activity template = new()
        {
            Type = ActivityTypes.Message,
            ChannelId = incoming.ChannelId,
            ServiceUrl = incoming.ServiceUrl,
            Conversation = incoming.Conversation,
            From = (incoming.Recipient ?? new ChannelAccount()) with { Role = "bot" },
            Recipient = incoming.From,
            ReplyToId = answered,
        };
        return new ReplyAddress(template, ours ? null : ConversationKey.IsSms(conversation.Id) ? SmsReplies.Delivery : ActivityTurn.ConnectorDelivery);
    }

    /// <summary>What was made elsewhere, sent to this address.</summary>
    public Activity Write(Activity said) => said with
    {
        ChannelId = Template.ChannelId,
        ServiceUrl = Template.ServiceUrl,
        Conversation = Template.Conversation,
        From = Template.From,
        Recipient = Template.Recipient,
        ReplyToId = Template.ReplyToId,
    };

    /// <param name="reply">What is said.</param>
    /// <param name="botName">The bot's name in the reply's language.</param>
    public Activity Write(Reply reply, string botName) => Template with
    {
        From = Template.From is { } bot ? bot with { Name = botName } : null,
        Text = reply.Text,
        TextFormat = "markdown",
        Locale = reply.Locale,
        Attachments = reply.Cards.Count == 0 ? null : [.. reply.Cards.Select(AttachmentOf)],
        AttachmentLayout = reply.Cards.Count > 1 ? "carousel" : null,
        InputHint = reply.ExpectsChoice ? "expectingInput" : "acceptingInput",
        SuggestedActions = reply.Suggestions.Count == 0 ? null : new SuggestedActions
        {
            Actions = [.. reply.Suggestions.Select(Say)],
        },
    };

    public Activity HandOff(string reason, string? locale) => Template with
    {
        Type = ActivityTypes.Event,
        Name = Initiate,
        Locale = locale,
        Value = Json(new JsonObject { ["reason"] = reason, ["state"] = "queued" }),
    };

    public Activity HandOffStatus(string state) => HandOffStatus(new JsonObject { ["state"] = state });

    public Activity HandOffStatus(JsonObject value) => Template with
    {
        Type = ActivityTypes.Event,
        Name = Status,
        Value = Json(value),
    };

    private static CardAction Say(string title) => new() { Type = "imBack", Title = title, Value = Json(title) };

    private static Attachment AttachmentOf(Card card) => new()
    {
        ContentType = HeroCard.ContentType,
        Content = JsonSerializer.SerializeToElement(
            new HeroCard
            {
                Title = card.Title,
                Subtitle = card.Subtitle,
                Text = card.Text,
                Images = card.PictureUrl is { } picture ? [new CardImage(picture, card.Title)] : null,
                Buttons =
                [
                    .. card.Buttons.Select(Say),
                    .. card.Link is { } link ? [new CardAction { Type = "openUrl", Title = link.Title, Value = Json(link.Url) }] : (CardAction[])[],
                ],
            },
            WireJson.Compact.HeroCard),
    };

    private static JsonElement Json(JsonNode value) => JsonSerializer.SerializeToElement(value, WireJson.Compact.JsonNode);
}
