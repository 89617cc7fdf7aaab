using System.Text.Json;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Channels.BotFramework;

/// <summary>
/// A foreign hub behind the channel takes conversations over with the same events as our own desk: it hears
/// <c>handoff.initiate</c> and says <c>handoff.status</c>. While it has one, the bot and our agents keep quiet.
/// </summary>
internal static class HubStatus
{
    /// <summary>The move an activity makes; null when it is no news of a hub.</summary>
    public static Move? MoveOf(Activity activity)
    {
        if (activity is not { Type: ActivityTypes.Event, Name: ReplyAddress.Status, Value: { ValueKind: JsonValueKind.Object } value } || !value.TryGetProperty("state", out JsonElement state))
        {
            return null;
        }

        string hub = $"hub:{activity.ChannelId}";
        return (state.ValueKind == JsonValueKind.String ? state.GetString() : null) switch
        {
            "accepted" => new Move(MoveKind.TakeOver, hub) { Supervises = true },
            "completed" => new Move(MoveKind.Resolve, hub) { Supervises = true },
            "returned" => new Move(MoveKind.Return, hub) { Supervises = true },
            "failed" or "cancelled" => new Move(MoveKind.Leave),
            _ => null,
        };
    }
}
