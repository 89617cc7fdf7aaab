using SupportBot.Desk.Inbox;
using SupportBot.Desk.Presence;

namespace SupportBot.Desk.Floor;

/// <summary>The floor as a supervisor sees it.</summary>
/// <param name="Agents">Who is there, and how much each has.</param>
/// <param name="Waiting">Who waits, longest first; the first hundred.</param>
/// <param name="Figures">Of today, in the store's zone.</param>
internal sealed record FloorDocument(IReadOnlyList<AgentDocument> Agents, IReadOnlyList<SummaryDocument> Waiting, FloorFigures Figures);

/// <summary>Counted from the services that began since a time.</summary>
/// <param name="Waiting">In the queue now.</param>
/// <param name="LongestWaitSeconds">Of those.</param>
/// <param name="AnsweredWithin20">Services whose first own words of a person came within 20 seconds.</param>
/// <param name="AnsweredWithin100">Within 100 seconds.</param>
/// <param name="AnsweredWithin180">Within three minutes.</param>
/// <param name="Abandoned">Shoppers who went back to the bot before anybody accepted.</param>
/// <param name="Answered">Services in which a person has said something.</param>
internal sealed record FloorFigures(long Waiting, long LongestWaitSeconds, long AnsweredWithin20, long AnsweredWithin100, long AnsweredWithin180, long Abandoned, long Answered);
