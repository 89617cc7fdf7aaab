using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Desk.Replies;

/// <summary>Replies kept ready, and the scripts made of them.</summary>
internal static class CannedRoutes
{
    public static void MapCanned(this RouteGroupBuilder desk)
    {
        desk.MapGet("/canned", List).WithSummary("Replies the caller can use");
        desk.MapPost("/canned", (CannedReply reply, StaffMember member, ICannedStore store, IAuditLog audit, CancellationToken cancellation) => SaveAsync("", reply, member, store, audit, cancellation)).RequirePermission(Permission.DeskReply).WithSummary("Add a reply");
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

    private static async Task<IResult> SaveAsync(string id, CannedReply reply, StaffMember member, ICannedStore store, IAuditLog audit, CancellationToken cancellation)
    {
        CannedReply trimmed = reply with { Id = id, Title = reply.Title?.Trim() ?? "", Text = reply.Text?.Trim() ?? "", Shortcut = reply.Shortcut?.Trim().TrimStart('/') ?? "" };
        if (!trimmed.IsRight)
        {
            return Refusal.Invalid("text", "CannedWrong");
        }

        bool mayShared = member.May(Permission.DeskCanned);
        if (trimmed.IsShared && !mayShared)
        {
            return AccessRefusals.NotAllowed;
        }

        if (await store.SaveAsync(trimmed, member.Id, mayShared, cancellation) is not { } saved)
        {
            return Refusal.Changed;
        }

        await audit.WriteAsync(AuditEntry.By(member, "canned.change", saved.Id), cancellation);
        return id.Length == 0 ? TypedResults.Created($"/api/desk/canned/{saved.Id}", saved) : TypedResults.Ok(saved);
    }

    private static async Task<IResult> DeleteAsync(string id, StaffMember member, ICannedStore store, IAuditLog audit, CancellationToken cancellation)
    {
        if (!await store.DeleteAsync(id, member.Id, member.May(Permission.DeskCanned), cancellation))
        {
            return Refusal.NotFound;
        }

        await audit.WriteAsync(AuditEntry.By(member, "canned.remove", id), cancellation);
        return TypedResults.NoContent();
    }
}
