using SupportBot.Access;
using SupportBot.Operation;

namespace SupportBot.Desk.Replies;

/// <summary>Replies kept ready, and the scripts made of them.</summary>
internal static class CannedRoutes
{
    public static void MapCanned(this RouteGroupBuilder desk)
    {
        desk.MapGet("/canned", List).WithSummary("Replies the caller can use");
        desk.MapPost("/canned", (CannedReply reply, StaffMember member, ICannedStore store, CancellationToken cancellation) => SaveAsync("", reply, member, store, cancellation)).RequirePermission(Permission.DeskReply).WithSummary("Add a reply");
        desk.MapPut("/canned/{id}", SaveAsync).RequirePermission(Permission.DeskReply).WithSummary("Change a reply");
        desk.MapDelete("/canned/{id}", DeleteAsync).RequirePermission(Permission.DeskReply).WithSummary("Remove a reply");
        desk.MapGet("/scripts", Scripts).WithSummary("What to say at a stage of the conversation");
    }

    private static async Task<IResult> List(string? locale, StaffMember member, ICannedStore store, CancellationToken cancellation) =>
        TypedResults.Ok(await store.ListAsync(member.Id, locale, cancellation));

    private static async Task<IResult> Scripts(string? stage, string? locale, StaffMember member, ICannedStore store, CancellationToken cancellation)
    {
        IReadOnlyList<CannedReply> all = await store.ListAsync(member.Id, locale, cancellation);
        return TypedResults.Ok<IReadOnlyList<CannedReply>>([.. all.Where(reply => stage is null ? reply.Stage is not null : reply.Stage == stage)]);
    }

    private static async Task<IResult> SaveAsync(string id, CannedReply reply, StaffMember member, ICannedStore store, CancellationToken cancellation)
    {
        CannedReply trimmed = reply with { Id = id, Title = reply.Title.Trim(), Text = reply.Text.Trim(), Shortcut = reply.Shortcut.Trim().TrimStart('/') };
        if (!trimmed.IsRight)
        {
            return Refusal.Invalid("text", "CannedWrong");
        }

        return await store.SaveAsync(trimmed, member.Id, cancellation) is { } saved
            ? id.Length == 0 ? TypedResults.Created($"/api/desk/canned/{saved.Id}", saved) : TypedResults.Ok(saved)
            : Refusal.Changed;
    }

    private static async Task<IResult> DeleteAsync(string id, StaffMember member, ICannedStore store, CancellationToken cancellation) =>
        await store.DeleteAsync(id, member.Id, cancellation) ? TypedResults.NoContent() : Refusal.NotFound;
}
