using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Tickets;

/// <summary>The departments tickets are handed to, and how many tickets there were of which sort and person.</summary>
internal static class TicketOverviewRoutes
{
    private static readonly TimeSpan UsualSpan = TimeSpan.FromDays(30);

    public static void MapTicketOverview(this IEndpointRouteBuilder tickets)
    {
        tickets.MapGet("/departments", Departments).WithSummary("The departments a ticket can be handed over to");
        tickets.MapPut("/departments", SetDepartments).RequirePermission(Permission.DeskSupervise).WithSummary("Set the departments");
        tickets.MapGet("/statistics", Statistics).RequirePermission(Permission.ReportsRead).WithSummary("Tickets opened in a time, by kind, category and owner");
    }

    private static async Task<IResult> Departments(ITicketStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.DepartmentsAsync(cancellation));

    private static async Task<IResult> SetDepartments(DepartmentsRequest request, StaffMember member, ITicketStore store, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. TicketFields.Departments(request.Departments)];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        string[] names = [.. (request.Departments ?? []).Select(name => name.Trim())];
        await store.SaveDepartmentsAsync(names, AuditEntry.By(member, "ticket.departments", "departments", AuditDetail.Of(("names", null, string.Join(',', names)))), cancellation);
        return await Departments(store, cancellation);
    }

    private static async Task<IResult> Statistics(DateTimeOffset? from, DateTimeOffset? to, ITicketStore store, TimeProvider time, CancellationToken cancellation)
    {
        DateTimeOffset end = to ?? time.GetUtcNow();
        DateTimeOffset usual = end - DateTimeOffset.MinValue > UsualSpan ? end - UsualSpan : DateTimeOffset.MinValue;
        return TypedResults.Ok(await store.CountAsync(from ?? usual, end, cancellation));
    }
}

internal sealed record DepartmentsRequest(IReadOnlyList<string>? Departments);
