using System.Text.Json.Nodes;
using SupportBot.Conversations;
using SupportBot.Operation;

namespace SupportBot.Desk;

/// <summary>Why the desk refuses something.</summary>
internal static class DeskRefusals
{
    public static Refusal ClientIdReused { get; } = new(StatusCodes.Status409Conflict, "ClientIdReused");

    public static Refusal NoSuchAgent { get; } = new(StatusCodes.Status400BadRequest, "NoSuchAgent");

    public static Refusal UnknownView { get; } = new(StatusCodes.Status400BadRequest, "UnknownView");

    /// <summary>The answer to a write that was not made.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="holder">The colleague who has the conversation, where that is the reason.</param>
    public static Refusal Of(AppendResult result, Inbox.PersonDocument? holder) => result switch
    {
        { Outcome: AppendOutcome.Changed } => ClientIdReused,
        { Refusal: { } refusal } => new Refusal(StatusCodes.Status409Conflict, refusal.ToString())
            .With("assignee", holder is null ? null : new JsonObject { ["id"] = holder.Id, ["name"] = holder.Name }),
        _ => Refusal.NotFound,
    };
}
