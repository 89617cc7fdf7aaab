using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;

namespace SupportBot.Storage;

/// <summary>Whom a change of an assignment concerns.</summary>
/// <param name="Agent">Who has it or is asked to take it.</param>
/// <param name="FormerAgent">Who had it or was asked, when that is another.</param>
/// <param name="Everyone">Whether it changes what all others have on their lists.</param>
/// <param name="News">Who has to be woken.</param>
internal readonly record struct DeskChange(string? Agent, string? FormerAgent, bool Everyone, DeskNews News)
{
    public static DeskChange Of(Assignment? before, Assignment after)
    {
        bool ownerChanged = (before?.Owner ?? Owner.Bot) != after.Owner || (after.Owner == Owner.Agent && before?.AgentId != after.AgentId);
        bool queue = before?.Owner == Owner.Queue || after.Owner == Owner.Queue;
        bool queueMoves = ownerChanged || before?.Status != after.Status || before?.OfferedTo != after.OfferedTo;
        string? concerned = after.OfferedTo ?? (after.Owner == Owner.Agent ? after.AgentId : null);
        string? former = before?.OfferedTo ?? (before?.Owner == Owner.Agent ? before.AgentId : null);
        return new DeskChange(
            concerned,
            former == concerned ? null : former,
            ownerChanged || queue || before?.Status != after.Status,
            DeskNews.Journal | (queueMoves ? DeskNews.Queue : DeskNews.None) | (ownerChanged ? DeskNews.Owner : DeskNews.None));
    }

    /// <summary>How the shopper's time with people ended, when a move has ended it.</summary>
    public static ServiceOutcome OutcomeOf(Move? move) => move?.Kind switch
    {
        MoveKind.Resolve => ServiceOutcome.Resolved,
        MoveKind.Return => ServiceOutcome.Returned,
        _ => ServiceOutcome.Left,
    };
}
