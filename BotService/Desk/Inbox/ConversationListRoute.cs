using SupportBot.Access;
using SupportBot.Conversations.Assignments;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>The desk's lists.</summary>
internal static class ConversationListRoute
{
    public static void MapList(this RouteGroupBuilder desk) =>
        desk.MapGet("/conversations", List).WithSummary("Conversations of a view, with the counts of all views");

    private static async Task<IResult> List([AsParameters] ListQuery query, StaffMember member, IDeskStore store, CancellationToken cancellation)
    {
        if (query.Filter() is not { } filter)
        {
            return DeskRefusals.UnknownView;
        }

        if (!DeskCursor.TryRead(query.Cursor, out DeskCursor? after))
        {
            return Refusal.WrongCursor;
        }

        int limit = Paging.Limit(query.Limit);
        IReadOnlyList<DeskConversation> rows = await store.ListAsync(filter with { After = after }, member.Id, limit + 1, cancellation);
        Page<SummaryDocument> page = Paging.Of(rows, limit, SummaryDocument.Of, row => new DeskCursor(row.Key, row.Id).ToString());
        return TypedResults.Ok(new ListDocument(page.Items, page.Next, await store.CountAsync(member.Id, cancellation)));
    }
}

/// <summary>What a list is asked for by; names that are none are refused, not guessed.</summary>
internal sealed record ListQuery
{
    public string? View { get; init; }

    public string? Status { get; init; }

    public string? Channel { get; init; }

    public string? Locale { get; init; }

    public string? Tag { get; init; }

    public string? Agent { get; init; }

    public string? Sort { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }

    public DeskFilter? Filter() =>
        Read(View, DeskView.All) is { } view && Read(Status, AssignmentStatus.Open) is { } status && Read(Sort, DeskSort.Newest) is { } sort
            ? new DeskFilter { View = view, Status = status, Sort = sort, Channel = Given(Channel), Locale = Given(Locale), Tag = Given(Tag), Agent = Given(Agent) }
            : null;

    private static T? Read<T>(string? name, T otherwise)
        where T : struct, Enum =>
        string.IsNullOrEmpty(name) ? otherwise
        : !char.IsAsciiDigit(name[0]) && Enum.TryParse(name, ignoreCase: true, out T value) ? value
        : null;

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

internal sealed record ListDocument(IReadOnlyList<SummaryDocument> Items, string? Next, DeskCounts Counts);
