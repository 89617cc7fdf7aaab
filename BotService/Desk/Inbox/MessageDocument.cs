using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Conversations;

namespace SupportBot.Desk.Inbox;

/// <summary>A message as the desk's pages get it.</summary>
internal sealed record MessageDocument
{
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required MessageSender Sender { get; init; }
    public PersonDocument? Author { get; init; }
    public string Text { get; init; } = "";
    public string TextFormat { get; init; } = "plain";
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
    public IReadOnlyList<CardAction> SuggestedActions { get; init; } = [];
    public string? ClientId { get; init; }
    public bool? Whisper { get; init; }
    public HappeningDocument? Activity { get; init; }

    /// <summary>The campaign that says it, or that it answers.</summary>
    public CampaignReference? Campaign { get; init; }

    public static MessageDocument Of(Message message)
    {
        Activity activity = StoredActivity.Read(message);
        DeskMark? mark = DeskMark.Read(message);
        HappeningDocument? happening = HappeningDocument.Of(activity, mark);
        return new MessageDocument
        {
            Sequence = message.Sequence,
            At = message.At,
            Sender = happening is not null ? MessageSender.Activity : MessageSenders.Of(message.Sender),
            Author = MessageSenders.AuthorOf(message, activity, mark),
            Text = activity.Text ?? TextOf(activity.Value) ?? "",
            TextFormat = activity.TextFormat ?? "plain",
            Attachments = [.. (activity.Attachments ?? []).Select(OnTheDesk)],
            SuggestedActions = activity.SuggestedActions?.Actions ?? [],
            ClientId = message.ClientId,
            Whisper = mark?.Whisper,
            Activity = happening,
            Campaign = CampaignOf(message),
        };
    }

    // What a shopper's client writes beside their words is theirs, and names no campaign of ours.
    private static CampaignReference? CampaignOf(Message message) =>
        message.ChannelData is { } data && data.AsSpan().StartsWith("{\"campaign"u8) && (message.Sender == Conversations.Sender.Bot || ConversationKey.IsSms(message.ConversationId))
            ? JsonSerializer.Deserialize(data, DeskJson.Default.MarkedCampaign)?.Campaign
            : null;

    // A button of a card may send its value without any text.
    private static string? TextOf(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    // Our own files come to the staff through the desk, which asks for their session.
    private static Attachment OnTheDesk(Attachment attachment) =>
        attachment.ContentUrl is { } url && url.LastIndexOf("/files/", StringComparison.Ordinal) is >= 0 and int at && (url.StartsWith('/') || Uri.IsWellFormedUriString(url, UriKind.Absolute))
            ? attachment with { ContentUrl = $"/api/desk{url[at..]}" }
            : attachment;
}

/// <summary>A campaign as messages carry it in their channelData.</summary>
internal sealed record CampaignReference(string Id, string Name);

internal sealed record MarkedCampaign(CampaignReference? Campaign);
