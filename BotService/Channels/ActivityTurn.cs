using System.Text.Json;
using SupportBot.Articles;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Dialogs;

namespace SupportBot.Channels;

/// <summary>Translates between the wire and the dialogs: an activity into an utterance, a turn into activities.</summary>
internal sealed class ActivityTurn(LiveArticles articles, TurnInputs inputs, BotAccount bot) : ITurnTaker
{
    /// <summary>The outbox worker that posts replies to a foreign channel's Connector.</summary>
    public const string ConnectorDelivery = "connector";

    private const string FilePath = "/files/";
    private const int MostFileId = 64;

    public async ValueTask<Decision> TakeAsync(Conversation conversation, Message message, CancellationToken cancellation)
    {
        DialogState state = StateOf(conversation);
        if (conversation.Owner == Owner.Agent)
        {
            return new Decision(conversation.State ?? Write(state), Owner.Agent, []);
        }

        Activity activity = StoredActivity.Read(message);
        AnswerBook book = articles.Current;
        Turn turn = await book.Bot.TakeAsync(await inputs.ForAsync(book, conversation, state, UtteranceOf(activity), cancellation), cancellation);
        return Decide(turn, conversation.Owner, ReplyAddress.To(activity, conversation, message));
    }

    public Decision Apologize(Conversation conversation, Message message)
    {
        Activity activity = StoredActivity.Read(message);
        ReplyAddress address = ReplyAddress.To(activity, conversation, message);
        string locale = Language.OfClient(activity.Locale);
        string text = Phrases.Load(locale, words => words)[Phrase.Apology];
        return new Decision(
            conversation.State ?? Write(new DialogState()),
            conversation.Owner,
            [StoredActivity.ToMessage(address.Write(new Reply(text, locale), bot.NameIn(locale)), Sender.Bot)],
            address.Delivery);
    }

    private Decision Decide(Turn turn, Owner owner, ReplyAddress address)
    {
        List<NewMessage> replies = [.. turn.Replies.Select(reply => StoredActivity.ToMessage(address.Write(reply, bot.NameIn(reply.Locale)), Sender.Bot))];
        OutboxItem[] work = [.. turn.Effects.Select(effect => EffectWork.Of(effect, Math.Max(0, turn.Replies.Count - 1))).OfType<OutboxItem>()];
        foreach (Effect effect in turn.Effects)
        {
            (owner, Activity? handoff) = effect.Kind switch
            {
                EffectKind.HandOff => (Owner.Queue, address.HandOff(effect.Reason, turn.State.Locale)),
                EffectKind.ReturnToBot => (Owner.Bot, address.HandOffStatus("cancelled")),
                EffectKind.ChangeOrder or EffectKind.OpenTicket or EffectKind.Remind => (owner, null),
            };
            if (handoff is not null)
            {
                replies.Add(StoredActivity.ToMessage(handoff, Sender.Bot));
            }
        }

        HandOff? handOff = turn.Effects.LastOrDefault(effect => effect.Kind == EffectKind.HandOff) is { } asked ? new HandOff(asked.Reason, turn.State.Locale, asked.HandOff) : null;
        return new Decision(Write(turn.State), owner, replies, address.Delivery) { Work = work, HandOff = handOff };
    }

    private static DialogState StateOf(Conversation conversation) =>
        conversation.State is { } stored && JsonSerializer.Deserialize(stored, DialogStateJson.Default.DialogState) is { } state ? state : new DialogState();

    private static byte[] Write(DialogState state) => JsonSerializer.SerializeToUtf8Bytes(state, DialogStateJson.Default.DialogState);

    private static Utterance UtteranceOf(Activity activity) => activity.Type switch
    {
        ActivityTypes.Message => new Utterance(UtteranceKind.Message, TextOf(activity), activity.Locale, activity.Attachments?.Count ?? 0) { Files = FilesOf(activity) },
        ActivityTypes.ConversationUpdate when JoinedByShopper(activity) => new Utterance(UtteranceKind.Joined, "", activity.Locale),
        _ => new Utterance(UtteranceKind.Other, "", activity.Locale),
    };

    // A button of a card may send its value without any text.
    private static string TextOf(Activity activity) =>
        activity.Text ?? (activity.Value is { ValueKind: JsonValueKind.String } value ? value.GetString() ?? "" : "");

    /// <summary>The files that were uploaded here, by the ids they are kept under.</summary>
    private static IReadOnlyList<string> FilesOf(Activity activity) => activity.Attachments is not { Count: > 0 } attachments ? [] :
    [
        .. attachments.Select(file => file.ContentUrl).OfType<string>()
            .Where(url => url.LastIndexOf(FilePath, StringComparison.Ordinal) is >= 0 and var at && url.Length - at - FilePath.Length is > 0 and < MostFileId)
            .Select(url => url[(url.LastIndexOf('/') + 1)..]),
    ];

    private static bool JoinedByShopper(Activity activity) =>
        activity.MembersAdded?.Any(member => member.Id != activity.Recipient?.Id) ?? false;
}
