using SupportBot.Access;
using SupportBot.Operation;

namespace SupportBot.Tickets;

/// <summary>What is done with a ticket, from the first owner to the end.</summary>
internal static class TicketMoveRoutes
{
    public static void MapTicketMoves(this IEndpointRouteBuilder tickets)
    {
        RouteGroupBuilder moves = tickets.MapGroup("/{id}").RequirePermission(Permission.TicketsWrite);
        moves.MapPost("/assign", Assign).WithSummary("Make somebody its one owner");
        moves.MapPost("/hand-over", HandOver).WithSummary("Let another department do its part; the owner stays responsible");
        moves.MapPost("/hand-back", HandBack).WithSummary("Take it back from the department");
        moves.MapPost("/call-back", CallBack).WithSummary("Note what the shopper said when called back");
        moves.MapPost("/close", Close).WithSummary("Close it: a complaint after a call-back, or with a reason");
        moves.MapPost("/reopen", Reopen).WithSummary("Open it again, one level higher");
        moves.MapPost("/notes", Note).WithSummary("Write into its history");
    }

    private static async Task<IResult> Assign(string id, AssignRequest request, [AsParameters] TicketTools tools, IStaffStore staff, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. await TicketFields.OwnerAsync(request.OwnerId, staff, cancellation)];
        return faults.Length > 0 ? Refusal.Invalid(faults) : await tools.ChangeAsync(id, "assigned", (await staff.FindAsync(request.OwnerId ?? "", cancellation))?.Name, ticket => TicketRules.Assign(ticket, request.OwnerId ?? ""), cancellation);
    }

    private static async Task<IResult> HandOver(string id, HandOverRequest request, [AsParameters] TicketTools tools, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. await TicketFields.DepartmentAsync(request.Department, tools.Store, cancellation), .. TicketFields.OptionalText("note", request.Note)];
        string detail = string.IsNullOrWhiteSpace(request.Note) ? request.Department ?? "" : $"{request.Department}: {request.Note.Trim()}";
        return faults.Length > 0 ? Refusal.Invalid(faults) : await tools.ChangeAsync(id, "handedOver", detail, ticket => TicketRules.HandOver(ticket, request.Department ?? ""), cancellation);
    }

    private static Task<IResult> HandBack(string id, NoteRequest? request, [AsParameters] TicketTools tools, CancellationToken cancellation) =>
        tools.ChangeAsync(id, "handedBack", request?.Text, TicketRules.HandBack, cancellation);

    private static async Task<IResult> CallBack(string id, CallBackRequest request, [AsParameters] TicketTools tools, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. TicketFields.OptionalText("note", request.Note)];
        string action = request.Outcome switch
        {
            CallBackOutcome.Solved => "solved",
            CallBackOutcome.NotSolved => "notSolved",
            CallBackOutcome.NoAnswer => "noAnswer",
        };
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        IResult answer = await tools.ChangeAsync(id, action, request.Note, ticket => TicketRules.CallBack(ticket, request.Outcome), cancellation);
        if (request.Outcome == CallBackOutcome.NotSolved && (await tools.Store.FindAsync(id, cancellation))?.Ticket.Details.Follows is { } service)
        {
            // What the shopper says is not solved is open again, one level higher. Somebody may have opened it before.
            TicketTimes times = await tools.Desk.TimesAsync(cancellation);
            await tools.Desk.ChangeAsync(service, tools.Member, "reopened", request.Note?.Trim(), ticket => TicketRules.Reopen(ticket, tools.Time.GetUtcNow(), times), cancellation);
        }

        return answer;
    }

    private static async Task<IResult> Close(string id, ReasonRequest? request, [AsParameters] TicketTools tools, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. TicketFields.OptionalText("reason", request?.Reason)];
        return faults.Length > 0 ? Refusal.Invalid(faults) : await tools.ChangeAsync(id, "closed", request?.Reason, ticket => TicketRules.Close(ticket, request?.Reason, tools.Time.GetUtcNow()), cancellation);
    }

    private static async Task<IResult> Reopen(string id, ReasonRequest request, [AsParameters] TicketTools tools, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. TicketFields.Text("reason", request.Reason)];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        TicketTimes times = await tools.Desk.TimesAsync(cancellation);
        return await tools.ChangeAsync(id, "reopened", request.Reason, ticket => TicketRules.Reopen(ticket, tools.Time.GetUtcNow(), times), cancellation);
    }

    private static async Task<IResult> Note(string id, NoteRequest request, [AsParameters] TicketTools tools, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. TicketFields.Text("text", request.Text)];
        return faults.Length > 0 ? Refusal.Invalid(faults) : await tools.ChangeAsync(id, "noted", request.Text, ticket => (TicketFault.None, ticket), cancellation);
    }
}

/// <summary>What every move needs.</summary>
internal sealed record TicketTools(StaffMember Member, TicketDesk Desk, ITicketStore Store, TimeProvider Time)
{
    public async Task<IResult> ChangeAsync(string id, string action, string? detail, Func<Ticket, (TicketFault Fault, Ticket After)> change, CancellationToken cancellation) =>
        await TicketRoutes.AnswerAsync(await Desk.ChangeAsync(id, Member, action, detail?.Trim(), change, cancellation), id, Member, Store, Time, cancellation);
}

internal sealed record AssignRequest(string? OwnerId);

internal sealed record HandOverRequest(string? Department, string? Note);

internal sealed record CallBackRequest(CallBackOutcome Outcome, string? Note);

internal sealed record ReasonRequest(string? Reason);

internal sealed record NoteRequest(string? Text);
