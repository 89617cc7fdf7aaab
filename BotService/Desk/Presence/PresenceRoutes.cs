using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Conversations;

namespace SupportBot.Desk.Presence;

/// <summary>Who is there.</summary>
internal static class PresenceRoutes
{
    public static void MapPresence(this RouteGroupBuilder desk)
    {
        desk.MapPut("/presence", Set).RequirePermission(Permission.DeskReply).WithSummary("Say whether the caller takes conversations");
        desk.MapGet("/agents", List).WithSummary("All colleagues who answer shoppers");
    }

    private static async Task<IResult> Set(PresenceRequest request, StaffMember member, IAgentStore agents, DeskSignals signals, IOptions<DeskOptions> options, CancellationToken cancellation)
    {
        signals.Wake(await agents.SetAsync(member.Id, request.State, options.Value.ThereFor, cancellation));
        return TypedResults.NoContent();
    }

    private static async Task<IResult> List(IAgentStore agents, CancellationToken cancellation) => TypedResults.Ok(await agents.ListAsync(cancellation));
}

internal sealed record PresenceRequest(PresenceState State);
