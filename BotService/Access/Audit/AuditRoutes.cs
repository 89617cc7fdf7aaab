using System.Globalization;
using System.Text.Json;
using SupportBot.Operation;

namespace SupportBot.Access.Audit;

/// <summary>Reading the audit, and proving that nobody has touched it.</summary>
internal static class AuditRoutes
{
    public static void MapAudit(this IEndpointRouteBuilder staff)
    {
        RouteGroupBuilder audit = staff.MapGroup("/audit").RequirePermission(Permission.AuditRead);
        audit.MapGet("", Read).WithSummary("What staff have changed, newest first");
        audit.MapGet("/check", Check).WithSummary("Follow the chain of hashes; tells the first row that was altered or is missing");
    }

    private static async Task<IResult> Read(
        string? cursor,
        int? limit,
        string? actor,
        string? action,
        DateTimeOffset? from,
        DateTimeOffset? to,
        IAuditLog log,
        CancellationToken cancellation)
    {
        if (!Paging.TryRead(cursor, long.MaxValue, out long before))
        {
            return Refusal.WrongCursor;
        }

        int most = Paging.Limit(limit);
        IReadOnlyList<AuditRecord> rows = await log.ReadAsync(new AuditFilter(actor, action, from, to), before, most + 1, cancellation);
        return TypedResults.Ok(Paging.Of(rows, most, AuditDocument.Of, row => row.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> Check(IAuditLog log, CancellationToken cancellation)
    {
        AuditCheck check = await log.CheckAsync(cancellation);
        return TypedResults.Ok(new AuditCheckDocument(check.Ok, check.Checked, check.BrokenAt));
    }
}

internal sealed record AuditDocument(long Id, DateTimeOffset At, AuditActor Actor, string Action, string Target, JsonElement? Detail, string Hash)
{
    public static AuditDocument Of(AuditRecord record) => new(
        record.Id,
        record.At,
        new AuditActor(record.Entry.ActorId, record.Entry.ActorName),
        record.Entry.Action,
        record.Entry.Target,
        record.Entry.Detail is { } detail ? JsonElement.Parse(detail) : null,
        Convert.ToHexStringLower(record.Hash));
}

internal sealed record AuditActor(string Id, string Name);

internal sealed record AuditCheckDocument(bool Ok, long Checked, long? BrokenAt);
