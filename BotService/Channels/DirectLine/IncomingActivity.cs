using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Conversations;
using SupportBot.Desk;

namespace SupportBot.Channels.DirectLine;

/// <summary>Takes an activity from a client: checks it, stamps it with what the channel knows better, stores it, and only then acknowledges.</summary>
internal sealed class IncomingActivity(TurnRunner turns, ConversationFeed feed, IConversationStore store, BotAccount bot, IOptions<DeskOptions> desk)
{
    private const int MaxClientId = 256;
    private const int MostPeeked = 500;

    public async Task<IResult> AcceptAsync(string conversationId, Activity activity, DirectLineCaller caller, IReadOnlyList<StoredFile> files, CancellationToken cancellation)
    {
        if (Refuse(activity) is { } refusal)
        {
            return WireError.BadRequest(refusal);
        }

        // A conversation of another channel is answered through that channel only.
        if (await store.FindAsync(conversationId, cancellation) is not { } conversation || !ConversationKey.IsOurs(conversationId))
        {
            return WireError.NotFound();
        }

        try
        {
            Activity stamped = SensitiveNumbers.Mask(Stamp(activity, conversation, caller));
            return activity.Type == ActivityTypes.Typing
                ? Show(conversationId, stamped)
                : await StoreAsync(conversationId, stamped, files, cancellation);
        }
        catch (JsonException)
        {
            return WireError.BadRequest("The activity holds text that is not valid Unicode.");
        }
    }

    private static string? Refuse(Activity activity) => activity switch
    {
        { Type: null or "" } => "The activity has no type.",
        { Type: not (ActivityTypes.Message or ActivityTypes.Typing or ActivityTypes.Event or ActivityTypes.EndOfConversation or "messageReaction") } => "Clients cannot send this type of activity.",
        { Type: ActivityTypes.Event, Name: null or "" } => "An event needs a name.",
        { Type: ActivityTypes.Event, Name: SurveyAnswer.Name } when SurveyAnswer.Read(activity.Value) is null => "A survey's answer has a score from 1 to 5 and a comment of 1,000 characters at most.",
        { Type: ActivityTypes.Message, Attachments: null or [], Value: null } when string.IsNullOrWhiteSpace(activity.Text) => "The message has no text, attachment or value.",
        _ when ClientIdOf(activity) is { Length: > MaxClientId } => $"clientActivityID may have {MaxClientId} characters at most.",
        _ => null,
    };

    private static string? ClientIdOf(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("clientActivityID", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    // Whatever a client claims, it speaks as itself, as a shopper, in this conversation.
    private Activity Stamp(Activity activity, Conversation conversation, DirectLineCaller caller) => activity with
    {
        ChannelId = ConversationKey.DirectLine,
        ServiceUrl = null,
        Conversation = new ConversationAccount { Id = conversation.Id },
        From = (activity.From ?? new ChannelAccount()) with { Id = caller.UserId ?? conversation.UserId ?? activity.From?.Id ?? "user", Role = "user" },
        Recipient = bot.Account,
        DeliveryMode = null,
    };

    // What is being typed goes no further than here where the store does not show it to its agents.
    private IResult Show(string conversationId, Activity typing)
    {
        string? peeked = desk.Value.Peek ? typing.Text?[..Math.Min(typing.Text.Length, MostPeeked)] : null;
        feed.Show(conversationId, JsonSerializer.SerializeToUtf8Bytes(typing with { Id = DirectLineTokens.NewId(), Timestamp = null, Text = peeked }, WireJson.Compact.Activity));
        return Posted(StoredActivity.IdOf(conversationId, 0));
    }

    private async Task<IResult> StoreAsync(string conversationId, Activity activity, IReadOnlyList<StoredFile> files, CancellationToken cancellation)
    {
        NewMessage message = StoredActivity.ToMessage(activity, Sender.Shopper) with
        {
            ClientId = ClientIdOf(activity),
            Fingerprint = StoredActivity.Fingerprint(activity, files),
            TurnPending = activity.Type == ActivityTypes.Message,
        };
        AppendResult result = await turns.ReceiveAsync(new Append { ConversationId = conversationId, Messages = [message], Files = files, Outbox = EffectWork.OfReceived(activity) }, cancellation);
        return result.Outcome switch
        {
            AppendOutcome.Stored or AppendOutcome.Repeated => Posted(StoredActivity.IdOf(conversationId, result.FirstSequence)),
            AppendOutcome.Changed => WireError.Conflict("clientActivityID"),
            AppendOutcome.Clash or AppendOutcome.Missing or AppendOutcome.Refused => WireError.NotFound(),
        };
    }

    private static IResult Posted(string id) => Results.Json(new PostedDocument(id), DirectLineJson.Default.PostedDocument);
}
