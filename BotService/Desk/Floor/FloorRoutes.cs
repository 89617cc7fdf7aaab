using SupportBot.Access;

namespace SupportBot.Desk.Floor;

internal static class FloorRoutes
{
    public static void MapFloor(this RouteGroupBuilder desk) =>
        desk.MapGet("/floor", async (LiveFloor floor, CancellationToken cancellation) => TypedResults.Ok(await floor.ReadAsync(cancellation)))
            .RequirePermission(Permission.DeskSupervise).WithSummary("Who is there, who waits, and today's figures");
}
