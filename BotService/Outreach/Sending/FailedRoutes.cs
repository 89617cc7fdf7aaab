using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Outreach.Sending;

/// <summary>What could not be sent, and what may or may not have arrived: a person decides.</summary>
internal static class FailedRoutes
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan ReplayFor = TimeSpan.FromHours(12);

    public static void MapFailed(this IEndpointRouteBuilder outreach)
    {
        outreach.MapGet("/failed", List).WithSummary("Dead letters and unknown outcomes, newest first");
        outreach.MapPost("/failed/replay", Replay).WithSummary("Send some of them once more");
    }

    private static async Task<IResult> List(string? cursor, int? limit, IRecipientStore store, CancellationToken cancellation)
    {
        if (!Paging.TryRead(cursor, long.MaxValue, out long before))
        {
            return Refusal.WrongCursor;
        }

        int most = Paging.Limit(limit);
        return TypedResults.Ok(Paging.Of(await store.FailedAsync(before, most + 1, cancellation), most, row => row, row => row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static async Task<IResult> Replay(ReplayRequest request, StaffMember member, IRecipientStore store, IAuditLog log, CancellationToken cancellation)
    {
        if (request.Ids is not { Count: > 0 and <= MostAtOnce } ids)
        {
            return Refusal.Invalid("ids", "ReplayIdsWrong");
        }

        await log.WriteAsync(AuditEntry.By(member, "outreach.replay", string.Join(',', ids.Take(20))), cancellation);
        return TypedResults.Ok(new ReplayDocument(await store.ReplayAsync(ids, ReplayFor, cancellation)));
    }
}

internal sealed record ReplayRequest(IReadOnlyList<long>? Ids);

internal sealed record ReplayDocument(int Replayed);
