using SupportBot.Access;
using SupportBot.Conversations;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>The same move with many conversations; each is made or refused by itself.</summary>
internal static class BulkRoute
{
    private const int MostIds = 100;

    public static void MapBulk(this RouteGroupBuilder desk) =>
        desk.MapPost("/bulk", MakeAsync).RequirePermission(Permission.DeskReply).WithSummary("Resolve, assign, tag or snooze many conversations");

    private static async Task<IResult> MakeAsync(BulkRequest request, StaffMember member, IStaffStore staff, DeskSignals signals, DeskScope at)
    {
        if (request.Ids is not { Count: > 0 and <= MostIds } ids)
        {
            return Refusal.Invalid("ids", "IdsWrong");
        }

        if (request.Action is not ("resolve" or "snooze" or "tag" or "assign") || (request.Action == "assign" && !member.May(Permission.DeskSupervise)))
        {
            return Refusal.Invalid("action", "ActionWrong");
        }

        List<string> done = [];
        List<BulkRefusal> refused = [];
        foreach (string id in ids.OfType<string>().Distinct())
        {
            AppendResult? result = await OneAsync(id, request, member, staff, at);
            if (result is { Outcome: AppendOutcome.Stored or AppendOutcome.Repeated })
            {
                done.Add(id);
            }
            else
            {
                refused.Add(new BulkRefusal(id, result is { } known ? DeskRefusals.Of(known, null).Code : DeskRefusals.NoSuchAgent.Code));
            }
        }

        signals.Wake(DeskNews.Journal);
        return TypedResults.Ok(new BulkDocument(done, refused));
    }

    private static async Task<AppendResult?> OneAsync(string id, BulkRequest request, StaffMember member, IStaffStore staff, DeskScope at)
    {
        return request.Action switch
        {
            "resolve" => await MoveRoutes.EndAsync(id, null, member, at),
            "snooze" => await MoveRoutes.PutAsideAsync(id, new SnoozeRequest(request.Until, null), member, at),
            "assign" => await MoveRoutes.AssignAsync(id, request.AgentId, member, staff, at),
            _ => await TagAsync(id, request.Tags ?? [], member, at),
        };
    }

    private static async Task<AppendResult> TagAsync(string id, IReadOnlyList<string?> tags, StaffMember member, DeskScope at)
    {
        if (await at.Store.FindAsync([id], member.Id, at.Cancellation) is not [var found])
        {
            return new AppendResult(AppendOutcome.Missing);
        }

        string[] all = [.. found.Tags.Concat(tags.Select(tag => tag?.Trim() ?? "").Where(tag => tag.Length is > 0 and <= 40)).Distinct().Take(20)];
        await at.TagAsync(found, all, member);
        return new AppendResult(AppendOutcome.Stored);
    }
}

/// <param name="Ids">Up to a hundred conversations.</param>
/// <param name="Action"><c>resolve</c>, <c>assign</c>, <c>tag</c> or <c>snooze</c>.</param>
internal sealed record BulkRequest(IReadOnlyList<string?>? Ids, string? Action)
{
    public string? AgentId { get; init; }

    /// <summary>Added to those each has.</summary>
    public IReadOnlyList<string?>? Tags { get; init; }

    public DateTimeOffset? Until { get; init; }
}

internal sealed record BulkDocument(IReadOnlyList<string> Done, IReadOnlyList<BulkRefusal> Refused);

internal sealed record BulkRefusal(string Id, string Code);
