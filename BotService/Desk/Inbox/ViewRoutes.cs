using System.Text.Json;
using SupportBot.Access;
using SupportBot.Desk.Shifts;
using SupportBot.Operation;

namespace SupportBot.Desk.Inbox;

/// <summary>A colleague's saved views.</summary>
internal static class ViewRoutes
{
    private const string Document = "views";

    public static void MapViews(this RouteGroupBuilder desk)
    {
        desk.MapGet("/views", GetAsync).WithSummary("The caller's saved views");
        desk.MapPut("/views", SaveAsync).WithSummary("Replace the caller's saved views");
    }

    private static async Task<IResult> GetAsync(StaffMember member, IDeskDocuments documents, CancellationToken cancellation)
    {
        (string? json, _) = await documents.ReadAsync(Document, member.Id, cancellation);
        return TypedResults.Ok(json is null ? [] : JsonSerializer.Deserialize(json, DeskJson.Default.IReadOnlyListSavedView) ?? []);
    }

    private static async Task<IResult> SaveAsync(IReadOnlyList<SavedView> views, StaffMember member, IDeskDocuments documents, CancellationToken cancellation)
    {
        if (views.Count > 50 || views.Any(view => view is null or { Id: not { Length: > 0 and <= 64 } } or { Name: not { Length: > 0 and <= 60 } } or { Filter.ValueKind: not JsonValueKind.Object }))
        {
            return Refusal.Invalid("views", "ViewsWrong");
        }

        await documents.SaveAsync(Document, member.Id, JsonSerializer.Serialize(views, DeskJson.Default.IReadOnlyListSavedView), null, cancellation);
        return TypedResults.Ok(views);
    }
}

/// <param name="Id">Chosen by the page.</param>
/// <param name="Name">As the colleague calls it.</param>
/// <param name="Filter">What the page asks the lists by; kept as it is.</param>
internal sealed record SavedView(string Id, string Name, JsonElement Filter);
