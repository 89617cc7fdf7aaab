using System.Text.Json;

namespace SupportBot.Desk.Shifts;

/// <summary>The shift plan as it is stored, and what follows from it.</summary>
internal sealed class OpeningTimes(IDeskDocuments documents, StoreClock clock)
{
    public const string Document = "shifts";

    public async ValueTask<ShiftPlan> PlanAsync(CancellationToken cancellation)
    {
        (string? json, long version) = await documents.ReadAsync(Document, "", cancellation);
        ShiftPlan plan = json is null ? new ShiftPlan() : JsonSerializer.Deserialize(json, DeskJson.Default.ShiftPlan) ?? new ShiftPlan();
        return plan with { Version = version, Zone = clock.Zone.Id };
    }

    /// <summary>How time is counted by what is planned now.</summary>
    public async ValueTask<WorkingTime> WorkingTimeAsync(CancellationToken cancellation) => new(await PlanAsync(cancellation), clock.Zone);

    /// <summary>Null when people are there by the plan, or it promises no hours.</summary>
    public async ValueTask<DateTimeOffset?> BackAtAsync(DateTimeOffset now, CancellationToken cancellation) =>
        (await PlanAsync(cancellation)).BackAt(now, clock.Zone);
}
