using System.Text.Json.Serialization;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Conversations.Outbox;

/// <summary>What no sender takes up again by itself, for whoever runs the service: the commands <c>outbox list</c>, <c>send</c> and <c>drop</c> at the desk.</summary>
internal static class OutboxRoutes
{
    private const int Listed = 200;
    private const int MostAtOnce = 200;

    public static void MapOutbox(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder outbox = routes.MapGroup("/api/outbox").WithTags("Outbox").RequirePermission(Permission.SettingsWrite);
        outbox.MapGet("", List).WithSummary("Messages and work that were given up, may have arrived, or were held back in a restored copy; the newest 200 of each");
        outbox.MapPost("/decide", Decide).WithSummary("Send some of them now, or drop them for good: by their ids, or all in one status");
    }

    private static async Task<IResult> List(IOutboxStore outbox, CancellationToken cancellation)
    {
        List<StuckDocument> rows = [];
        List<OutboxStatus> more = [];
        foreach (OutboxStatus status in StuckRows.Statuses)
        {
            IReadOnlyList<OutboxEntry> found = await outbox.ListAsync(status, Listed + 1, cancellation);
            rows.AddRange(found.Take(Listed).Select(row => new StuckDocument(row.Id, status, row.Kind, row.ConversationId, row.Attempts, row.Error)));
            more.AddRange(found.Count > Listed ? [status] : []);
        }

        return TypedResults.Ok(new StuckListDocument(rows, more));
    }

    private static async Task<IResult> Decide(DecisionRequest request, StaffMember member, IOutboxStore outbox, OutboxSignal signal, CancellationToken cancellation)
    {
        StuckRows[] chosen = request switch
        {
            { Ids: { Count: > 0 and <= MostAtOnce } ids, Status: null } => [.. ids.Distinct().Select(id => new StuckRows(id, null))],
            { Ids: null, Status: { } status } when StuckRows.Statuses.Contains(status) => [new StuckRows(null, status)],
            _ => [],
        };
        if (chosen.Length == 0)
        {
            return Refusal.Invalid("ids", "OutboxRowsWrong");
        }

        if (request.Send is not { } send)
        {
            return Refusal.Invalid("send", "OutboxDecisionMissing");
        }

        int decided = 0;
        foreach (StuckRows rows in chosen)
        {
            decided += await outbox.DecideAsync(rows, send, AuditEntry.By(member, send ? "outbox.send" : "outbox.drop", rows.Id is { } id ? $"{id}" : $"{rows.Status}"), cancellation);
        }

        signal.Wake();
        return TypedResults.Ok(new DecisionDocument(decided));
    }
}

internal sealed record StuckDocument(long Id, OutboxStatus Status, string Kind, string ConversationId, long Attempts, string? Error);

/// <param name="Items">By status, the newest first.</param>
/// <param name="More">The statuses of which there are more than are listed.</param>
internal sealed record StuckListDocument(IReadOnlyList<StuckDocument> Items, IReadOnlyList<OutboxStatus> More);

/// <param name="Ids">Which rows; or null with a status.</param>
/// <param name="Status"><c>dead</c>, <c>unknown</c> or <c>held</c>: all of them.</param>
/// <param name="Send">Whether they are sent; else they are dropped.</param>
internal sealed record DecisionRequest(IReadOnlyList<long>? Ids, OutboxStatus? Status, bool? Send);

/// <param name="Decided">How many rows there were to decide on.</param>
internal sealed record DecisionDocument(int Decided);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StuckListDocument))]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(DecisionDocument))]
internal sealed partial class OutboxDocuments : JsonSerializerContext;
