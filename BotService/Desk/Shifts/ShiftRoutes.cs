using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Articles;
using SupportBot.Desk.Floor;
using SupportBot.Desk.Presence;
using SupportBot.Operation;

namespace SupportBot.Desk.Shifts;

/// <summary>The shift plan, and how it covers what is needed.</summary>
internal static class ShiftRoutes
{
    public static void MapShifts(this RouteGroupBuilder desk)
    {
        desk.MapGet("/shifts", async (OpeningTimes opening, CancellationToken cancellation) => TypedResults.Ok(await opening.PlanAsync(cancellation))).WithSummary("Opening hours, holidays and each agent's week");
        desk.MapPut("/shifts", SaveAsync).RequirePermission(Permission.DeskShifts).WithSummary("Replace the shift plan");
        desk.MapGet("/coverage", CoverAsync).RequirePermission(Permission.DeskSupervise).WithSummary("Agents planned and needed in each hour of a day");
    }

    private static async Task<IResult> SaveAsync(ShiftPlan plan, StaffMember member, OpeningTimes opening, IDeskDocuments documents, IAgentStore agents, IAuditLog audit, CancellationToken cancellation)
    {
        if (!plan.IsRight)
        {
            return Refusal.Invalid("shifts", "ShiftsWrong");
        }

        // Shifts of somebody who has left stay as they were planned; a new one needs somebody who is there.
        HashSet<string> known = [.. (await agents.ListAsync(cancellation)).Select(agent => agent.Id), .. (await opening.PlanAsync(cancellation)).Shifts.Select(shift => shift.AgentId)];
        if (plan.Shifts.Any(shift => !known.Contains(shift.AgentId)))
        {
            return Refusal.Invalid("shifts", "ShiftAgentWrong");
        }

        string json = JsonSerializer.Serialize(plan, DeskJson.Default.ShiftPlan);
        if (await documents.SaveAsync(OpeningTimes.Document, "", json, plan.Version, cancellation) is null)
        {
            return Refusal.Changed;
        }

        await audit.WriteAsync(AuditEntry.By(member, "shifts.change", OpeningTimes.Document), cancellation);
        return TypedResults.Ok(await opening.PlanAsync(cancellation));
    }

    private static async Task<IResult> CoverAsync(string? date, OpeningTimes opening, IFloorStore floor, IOptions<DeskOptions> options, StoreClock clock, CancellationToken cancellation)
    {
        DateOnly today = DateOnly.FromDateTime(clock.Now);
        DateOnly day = DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly asked) ? asked : today;
        IReadOnlyList<int> planned = (await opening.PlanAsync(cancellation)).Planned(day);
        List<CoverageDocument> hours = [];
        for (int hour = 0; hour < planned.Count; hour++)
        {
            // What an hour needs is what the same hour of the last four such weekdays brought.
            double busy = 0;
            for (int weeks = 1; weeks <= 4; weeks++)
            {
                DateTimeOffset start = StoreZone.Moment(day.AddDays(-7 * weeks).ToDateTime(new TimeOnly(hour, 0)), clock.Zone);
                busy += await floor.BusySecondsAsync(start, start.AddHours(1), cancellation) / 4;
            }

            hours.Add(new CoverageDocument(hour, planned[hour], (int)Math.Ceiling(busy / 3600 / options.Value.Capacity)));
        }

        return TypedResults.Ok<IReadOnlyList<CoverageDocument>>(hours);
    }
}

/// <param name="Hour">From 0 to 23, in the store's zone.</param>
/// <param name="Planned">Agents on shift.</param>
/// <param name="Needed">Agents needed by the work of the last four such weekdays, at the usual number of conversations each.</param>
internal sealed record CoverageDocument(int Hour, int Planned, int Needed);
