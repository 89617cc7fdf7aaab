using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Access;

/// <summary>A member's own open sessions.</summary>
internal static class SessionRoutes
{
    public const string Ended = "session.end";

    public static void MapSessions(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/sessions", List).RequireStaff().WithSummary("One's own sessions");
        staff.MapDelete("/sessions/{id}", End).RequireStaff().WithSummary("End one of one's own sessions");
    }

    private static async Task<IResult> List(StaffMember member, IStaffSessionStore store, IOptions<StaffOptions> options, CancellationToken cancellation)
    {
        IReadOnlyList<StaffSession> open = await store.OfAsync(member.Id, options.Value.SessionIdle, cancellation);
        return TypedResults.Ok<IReadOnlyList<SessionDocument>>(
            [.. open.Select(session => new SessionDocument(session.Id, session.CreatedAt, session.SeenAt, session.ExpiresAt, session.Address, session.Agent, session.Id == member.SessionId))]);
    }

    private static async Task<IResult> End(string id, StaffMember member, IStaffSessionStore store, StaffSessions sessions, CancellationToken cancellation)
    {
        if (!await store.EndAsync(id, member.Id, AuditEntry.By(member, Ended, id), cancellation))
        {
            return Refusal.NotFound;
        }

        sessions.Recheck();
        return TypedResults.NoContent();
    }
}

internal sealed record SessionDocument(string Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt, string? Address, string? Agent, bool Current);
