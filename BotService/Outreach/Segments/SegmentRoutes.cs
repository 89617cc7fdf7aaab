using Microsoft.AspNetCore.Http.HttpResults;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Outreach.Segments;

/// <summary>Whom campaigns are for.</summary>
internal static class SegmentRoutes
{
    public static void MapSegments(this IEndpointRouteBuilder outreach)
    {
        outreach.MapGet("/segments", List).WithSummary("All segments");
        outreach.MapGet("/segments/fields", Fields).WithSummary("What rules can ask for");
        outreach.MapPost("/segments/count", Count).WithSummary("How many a rule is true of now");
        outreach.MapPost("/segments", Add).WithSummary("Keep a new segment");
        outreach.MapPut("/segments/{id}", Change).WithSummary("Change a segment");
        outreach.MapDelete("/segments/{id}", Delete).WithSummary("Take a segment away that no open campaign uses");
    }

    private static async Task<IResult> List(ISegmentStore store, CancellationToken cancellation) =>
        TypedResults.Ok<IReadOnlyList<Segment>>(await store.AllAsync(cancellation));

    private static Ok<IReadOnlyList<SegmentFieldDocument>> Fields() => TypedResults.Ok<IReadOnlyList<SegmentFieldDocument>>([.. SegmentField.All.Select(field => new SegmentFieldDocument(field.Name, field.Value))]);

    private static async Task<IResult> Count(SegmentRequest request, ISegmentStore store, CancellationToken cancellation)
    {
        SegmentSql segment = SegmentSql.Of(request.Rule ?? new SegmentRule());
        if (segment.Faults.Count > 0)
        {
            return Refusal.Invalid(segment.Faults);
        }

        (long matching, long all) = await store.CountAsync(segment, cancellation);
        return TypedResults.Ok(new SegmentCount(matching, all));
    }

    private static Task<IResult> Add(SegmentRequest request, StaffMember member, ISegmentStore store, CancellationToken cancellation) =>
        SaveAsync(RandomId.New(), request with { Version = 0 }, "segment.add", member, store, cancellation);

    private static async Task<IResult> Change(string id, SegmentRequest request, StaffMember member, ISegmentStore store, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is null ? Refusal.NotFound
            : request.Version is null or 0 ? Refusal.Changed
            : await SaveAsync(id, request, "segment.change", member, store, cancellation);

    private static async Task<IResult> Delete(string id, StaffMember member, ISegmentStore store, CancellationToken cancellation) =>
        OutreachRefusals.Of(await store.DeleteAsync(id, AuditEntry.By(member, "segment.delete", id), cancellation)) ?? TypedResults.NoContent();

    private static async Task<IResult> SaveAsync(string id, SegmentRequest request, string action, StaffMember member, ISegmentStore store, CancellationToken cancellation)
    {
        SegmentRule rule = request.Rule ?? new SegmentRule();
        FieldFault[] faults = [.. OutreachFields.Name(request.Name), .. SegmentSql.Of(rule).Faults];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        OutreachSaved saved = await store.SaveAsync(new Segment(id, request.Name?.Trim() ?? "", rule, default, request.Version ?? 0), AuditEntry.By(member, action, id), cancellation);
        return OutreachRefusals.Of(saved) ?? (await store.FindAsync(id, cancellation) is { } segment ? TypedResults.Ok(segment) : Refusal.NotFound);
    }
}

internal sealed record SegmentFieldDocument(string Name, SegmentValue Value);

internal sealed record SegmentCount(long Matching, long All);

internal sealed record SegmentRequest(string? Name, SegmentRule? Rule, long? Version);
