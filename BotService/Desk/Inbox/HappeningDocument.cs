using System.Globalization;
using System.Text.Json;
using SupportBot.Channels;

namespace SupportBot.Desk.Inbox;

/// <summary>Something that happened to a conversation, for the line between its messages.</summary>
internal sealed record HappeningDocument
{
    public required string Kind { get; init; }
    public PersonDocument? Actor { get; init; }
    public string? To { get; init; }
    public DateTimeOffset? Until { get; init; }
    public string? Note { get; init; }

    /// <summary>Null for what was said.</summary>
    public static HappeningDocument? Of(Activity activity, DeskMark? mark)
    {
        if (mark?.Kind is { } kind)
        {
            return new HappeningDocument
            {
                Kind = kind,
                Actor = mark.Actor is { } actor ? new PersonDocument(actor, mark.ActorName ?? "") : null,
                To = mark.To,
                Until = mark.Until,
                Note = mark.Note,
            };
        }

        return activity switch
        {
            { Type: ActivityTypes.Message } => null,
            { Type: ActivityTypes.Event, Name: ReplyAddress.Initiate } => new HappeningDocument { Kind = "queued" },
            { Type: ActivityTypes.Event, Name: ReplyAddress.Status } => new HappeningDocument { Kind = StateOf(activity) switch { "cancelled" => "left", "failed" => "handoffFailed", { } state => state, null => "status" } },
            { Type: ActivityTypes.Event, Name: SurveyAnswer.Name } when SurveyAnswer.Read(activity.Value) is { } answer => new HappeningDocument { Kind = "rated", To = answer.Score.ToString(CultureInfo.InvariantCulture), Note = answer.Comment },
            { Type: ActivityTypes.Event, Name: SurveyAnswer.Dismissed } => new HappeningDocument { Kind = "notRated" },
            { Type: ActivityTypes.ConversationUpdate } => new HappeningDocument { Kind = "joined" },
            _ => new HappeningDocument { Kind = activity.Name ?? activity.Type ?? "event" },
        };
    }

    private static string? StateOf(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("state", out JsonElement state) && state.ValueKind == JsonValueKind.String ? state.GetString() : null;
}
