using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Conversations;
using SupportBot.Conversations.Assignments;
using SupportBot.Desk.Presence;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>Taking conversations and letting them go.</summary>
internal static class MoveRoutes
{
    private static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(366);

    public static void MapMoves(this RouteGroupBuilder desk)
    {
        RouteGroupBuilder moves = desk.MapGroup("/conversations/{id}").RequirePermission(Permission.DeskReply);
        moves.MapPost("/claim", (string id, StaffMember member, DeskScope at) => TakeAsync(id, MoveKind.Claim, member, at)).WithSummary("Take a conversation that waits, or the bot's");
        moves.MapPost("/accept", (string id, StaffMember member, DeskScope at) => TakeAsync(id, MoveKind.Accept, member, at)).WithSummary("Accept what was offered");
        moves.MapPost("/decline", (string id, StaffMember member, DeskScope at) => NoteAsync(id, new Move(MoveKind.Decline, member.Id), "declined", member, at)).WithSummary("Let an offer pass");
        moves.MapPost("/return", (string id, LeaveRequest? request, StaffMember member, DeskScope at) => ReturnAsync(id, request, member, at)).WithSummary("Give a conversation back to the bot");
        moves.MapPost("/resolve", (string id, LeaveRequest? request, StaffMember member, DeskScope at) => ResolveAsync(id, request, member, at)).WithSummary("End a conversation");
        moves.MapPost("/snooze", SnoozeAsync).WithSummary("Put a conversation aside until a time, or until the next message");
        moves.MapPost("/reopen", (string id, StaffMember member, DeskScope at) => NoteAsync(id, By(MoveKind.Reopen, member), "reopened", member, at)).WithSummary("Take up a resolved or snoozed conversation");
        moves.MapPost("/transfer", TransferAsync).WithSummary("Pass a conversation to a colleague, a team or a skill");
        moves.MapPost("/takeover", (string id, StaffMember member, DeskScope at) => TakeAsync(id, MoveKind.TakeOver, member, at)).RequirePermission(Permission.DeskSupervise).WithSummary("Take a conversation, whoever has it");
        moves.MapPost("/assign", (string id, AssignRequest request, StaffMember member, IStaffStore staff, DeskScope at) => AssignAsync(id, request, member, staff, at)).RequirePermission(Permission.DeskSupervise).WithSummary("Give a conversation to a colleague");
    }

    public static async Task<PersonDocument?> HolderAsync(string id, AppendResult result, StaffMember member, IDeskStore store, CancellationToken cancellation) =>
        result.HeldBy is not null && await store.FindAsync([id], member.Id, cancellation) is [var found] ? SummaryDocument.Of(found).Assignee : null;

    private static Move By(MoveKind kind, StaffMember member) => new(kind, member.Id) { Supervises = member.May(Permission.DeskSupervise) };

    private static async Task<IResult> TakeAsync(string id, MoveKind kind, StaffMember member, DeskScope at)
    {
        string action = kind switch { MoveKind.TakeOver => "takeover", MoveKind.Claim => "claim", _ => "accept" };
        return await AnswerAsync(id, await at.AuditedAsync(at.Actions.TakeAsync(id, kind, member, at.Cancellation), member, action, id), member, at);
    }

    private static async Task<IResult> NoteAsync(string id, Move move, string kind, StaffMember member, DeskScope at) =>
        await AnswerAsync(id, await at.AuditedAsync(at.Actions.NoteAsync(id, move, DeskVoice.MarkOf(member, kind), at.Cancellation), member, kind == "declined" ? "decline" : "reopen", id), member, at);

    private static async Task<IResult> ReturnAsync(string id, LeaveRequest? request, StaffMember member, DeskScope at)
    {
        NewMessage? note = request?.Note?.Trim() is { Length: > 0 and <= 2_000 } text ? DeskVoice.Note(member, text, whisper: false) : null;
        Move move = By(MoveKind.Return, member) with { Seen = request?.Seen };
        return await AnswerAsync(id, await at.AuditedAsync(at.Actions.TellAsync(id, move, "returned", DeskVoice.MarkOf(member, "returned"), note, at.Cancellation), member, "return", id), member, at);
    }

    private static async Task<IResult> ResolveAsync(string id, LeaveRequest? request, StaffMember member, DeskScope at) =>
        await AnswerAsync(id, await EndAsync(id, request?.Seen, member, at), member, at);

    public static Task<AppendResult> EndAsync(string id, long? seen, StaffMember member, DeskScope at)
    {
        Move move = By(MoveKind.Resolve, member) with { Seen = seen };
        return at.AuditedAsync(at.Actions.TellAsync(id, move, "completed", DeskVoice.MarkOf(member, "resolved"), null, at.Cancellation), member, "resolve", id);
    }

    private static async Task<IResult> SnoozeAsync(string id, SnoozeRequest request, StaffMember member, TimeProvider time, DeskScope at)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (request.Until is { } until && (until <= now || until > now + LongestSnooze))
        {
            return Refusal.Invalid("until", "UntilWrong");
        }

        return await AnswerAsync(id, await PutAsideAsync(id, request, member, at), member, at);
    }

    public static Task<AppendResult> PutAsideAsync(string id, SnoozeRequest request, StaffMember member, DeskScope at)
    {
        Move move = By(MoveKind.Snooze, member) with { Until = request.Until, Seen = request.Seen };
        DeskMark mark = DeskVoice.MarkOf(member, "snoozed") with { Until = request.Until };
        return at.AuditedAsync(at.Actions.NoteAsync(id, move, mark, at.Cancellation), member, "snooze", id, AuditDetail.Of(("until", null, request.Until)));
    }

    private static async Task<IResult> TransferAsync(string id, TransferRequest request, StaffMember member, IAgentStore agents, DeskScope at)
    {
        IReadOnlyList<AgentDocument> all = await agents.ListAsync(at.Cancellation);
        if (request.Fault(all) is { } fault)
        {
            return Refusal.Invalid(fault);
        }

        string? to = all.FirstOrDefault(agent => agent.Id == request.AgentId)?.Name ?? request.TeamId ?? request.Skill;
        Move move = By(MoveKind.Transfer, member) with { AgentId = request.AgentId, TeamId = request.TeamId, Skill = request.Skill };
        DeskMark mark = DeskVoice.MarkOf(member, "transferred") with { To = to, Note = request.Note is { Length: > 2_000 } ? request.Note[..2_000] : request.Note };
        string detail = AuditDetail.Of(("agent", null, request.AgentId), ("team", null, request.TeamId), ("skill", null, request.Skill));
        return await AnswerAsync(id, await at.AuditedAsync(at.Actions.NoteAsync(id, move, mark, at.Cancellation), member, "transfer", id, detail), member, at);
    }

    private static async Task<IResult> AssignAsync(string id, AssignRequest request, StaffMember member, IStaffStore staff, DeskScope at) =>
        await AssignAsync(id, request.AgentId, member, staff, at) is { } result ? await AnswerAsync(id, result, member, at) : DeskRefusals.NoSuchAgent;

    /// <summary>Null when there is no such colleague.</summary>
    public static async Task<AppendResult?> AssignAsync(string id, string? agentId, StaffMember member, IStaffStore staff, DeskScope at)
    {
        if (await staff.FindAsync(agentId ?? "", at.Cancellation) is not { Active: true } target)
        {
            return null;
        }

        Move move = By(MoveKind.Assign, member) with { AgentId = target.Id };
        DeskMark mark = DeskVoice.MarkOf(member, "assigned") with { To = target.Name };
        return await at.AuditedAsync(at.Actions.TellAsync(id, move, "accepted", mark, null, at.Cancellation), member, "assign", id, AuditDetail.Of(("agent", null, target.Id)));
    }

    private static async Task<IResult> AnswerAsync(string id, AppendResult result, StaffMember member, DeskScope at)
    {
        if (result.Outcome is not (AppendOutcome.Stored or AppendOutcome.Repeated))
        {
            return DeskRefusals.Of(result, await HolderAsync(id, result, member, at.Store, at.Cancellation));
        }

        return await at.Store.FindAsync([id], member.Id, at.Cancellation) is [var found] ? TypedResults.Ok(SummaryDocument.Of(found)) : Refusal.NotFound;
    }
}

/// <param name="Note">For colleagues.</param>
/// <param name="Seen">The last message the caller has seen.</param>
internal sealed record LeaveRequest(string? Note, long? Seen);

internal sealed record SnoozeRequest(DateTimeOffset? Until, long? Seen);

internal sealed record TransferRequest(string? AgentId, string? TeamId, string? Skill, string? Note)
{
    /// <summary>Why it can go to nobody so; null when it can. A team or a skill that no colleague has would leave the shopper waiting.</summary>
    public FieldFault? Fault(IReadOnlyList<AgentDocument> agents) => this switch
    {
        { AgentId: { } agentId } => agents.Any(agent => agent.Id == agentId) ? null : new FieldFault("agentId", "NoSuchAgent"),
        { TeamId: { } teamId } => agents.Any(agent => agent.Teams.Contains(teamId)) ? null : new FieldFault("teamId", "NoSuchTeam"),
        { Skill: { } skill } => agents.Any(agent => agent.Skills.Any(known => known.Name == skill)) ? null : new FieldFault("skill", "NoSuchSkill"),
        _ => new FieldFault("agentId", "NoSuchAgent"),
    };
}

internal sealed record AssignRequest(string? AgentId);
