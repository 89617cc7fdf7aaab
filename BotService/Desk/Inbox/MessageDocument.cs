using System.Text.Json;
using SupportBot.Channels;
using SupportBot.Conversations;

namespace SupportBot.Desk.Inbox;

internal enum MessageSender
{
    Shopper,
    Bot,
    Agent,
    Note,

    /// <summary>Something that happened rather than something said.</summary>
    Activity,
}

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

    public static MessageDocument Of(Message message)
    {
        Activity activity = StoredActivity.Read(message);
        DeskMark? mark = DeskMark.Read(message);
        HappeningDocument? happening = HappeningDocument.Of(activity, mark);
        return new MessageDocument
        {
            Sequence = message.Sequence,
            At = message.At,
            Sender = happening is not null ? MessageSender.Activity : SenderOf(message.Sender),
            Author = AuthorOf(message, activity, mark),
            Text = activity.Text ?? TextOf(activity.Value) ?? "",
            TextFormat = activity.TextFormat ?? "plain",
            Attachments = [.. (activity.Attachments ?? []).Select(OnTheDesk)],
            SuggestedActions = activity.SuggestedActions?.Actions ?? [],
            ClientId = message.ClientId,
            Whisper = mark?.Whisper,
            Activity = happening,
        };
    }

    private static MessageSender SenderOf(Sender sender) => sender switch
    {
        Sender.Shopper => MessageSender.Shopper,
        Sender.Bot => MessageSender.Bot,
        Sender.Agent => MessageSender.Agent,
        Sender.Note => MessageSender.Note,
        Sender.Channel => MessageSender.Activity,
    };

    private static PersonDocument? AuthorOf(Message message, Activity activity, DeskMark? mark) => message.Sender switch
    {
        Sender.Agent or Sender.Note when mark?.Actor is { } agent => new PersonDocument(agent, mark.ActorName ?? activity.From?.Name ?? ""),
        Sender.Shopper => new PersonDocument(activity.From?.Id ?? "", activity.From?.Name ?? ""),
        _ => null,
    };

    // A button of a card may send its value without any text.
    private static string? TextOf(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    // Our own files come to the staff through the desk, which asks for their session.
    private static Attachment OnTheDesk(Attachment attachment) =>
        attachment.ContentUrl is { } url && url.LastIndexOf("/files/", StringComparison.Ordinal) is >= 0 and int at && (url.StartsWith('/') || Uri.IsWellFormedUriString(url, UriKind.Absolute))
            ? attachment with { ContentUrl = $"/api/desk{url[at..]}" }
            : attachment;
}
