using System.Text.Json;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Channels.BotFramework;

/// <summary>An activity from a Connector as the conversations take it.</summary>
internal sealed record ConnectorMessage(string ConversationId, Opening Opening, NewMessage Message)
{
    private const int LongestChannel = 64;
    private const int LongestId = 512;
    private const string CallerId = "callerId";

    /// <summary>What the channel's hub does with the conversation; null for everything else.</summary>
    public Move? Move { get; init; }

    /// <summary>What the words themselves ask for, whoever answers them.</summary>
    public IReadOnlyList<OutboxItem> Work { get; init; } = [];

    /// <summary>What is wrong with the activity, or null.</summary>
    public static string? Refuse(Activity activity) => activity switch
    {
        { Type: null or "" } => "The activity has no type.",
        { ChannelId: null or "" or { Length: > LongestChannel } } => $"channelId must have 1 to {LongestChannel} characters.",
        { Conversation: null or { Id: null or "" or { Length: > LongestId } } } => $"conversation.id must have 1 to {LongestId} characters.",
        { Id.Length: > LongestId } or { From.Id.Length: > LongestId } => $"id and from.id may have {LongestId} characters at most.",
        { Type: ActivityTypes.Event or ActivityTypes.Invoke, Name: null or "" } => "An event or invoke needs a name.",
        _ => null,
    };

    /// <exception cref="JsonException">The activity holds text that is not Unicode.</exception>
    public static ConnectorMessage Of(Activity activity, bool answeredAtOnce)
    {
        // Who really called is known from the token alone.
        activity.Extra?.Remove(CallerId);
        activity = SensitiveNumbers.Mask(activity);
        string channel = activity.ChannelId ?? "";
        NewMessage message = StoredActivity.ToMessage(activity, activity.Type == ActivityTypes.Message ? Sender.Shopper : Sender.Channel);
        if (activity.Id is { Length: > 0 } id)
        {
            message = message with { ClientId = id, Fingerprint = StoredActivity.Fingerprint(activity, []) };
        }

        return new ConnectorMessage(
            ConversationKey.Of(channel, activity.Conversation?.Id ?? ""),
            new Opening(channel, activity.From?.Id, Continuation.ReferenceOf(activity)),
            message with { TurnPending = !answeredAtOnce && CallsForTurn(activity) })
        {
            Move = HubStatus.MoveOf(activity),
            Work = EffectWork.OfReceived(activity),
        };
    }

    private static bool CallsForTurn(Activity activity) =>
        activity.Type == ActivityTypes.Message || (activity.Type == ActivityTypes.ConversationUpdate && activity.MembersAdded is { Count: > 0 });
}
