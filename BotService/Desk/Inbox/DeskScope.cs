using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Conversations;

namespace SupportBot.Desk.Inbox;

/// <summary>What every move needs.</summary>
internal sealed record DeskScope(DeskActions Actions, IDeskStore Store, IAuditLog Audit, CancellationToken Cancellation)
{
    /// <summary>Notes who made a move, once it is made; what was made before is noted already.</summary>
    public async Task<AppendResult> AuditedAsync(Task<AppendResult> making, StaffMember member, string action, string id, string? detail = null)
    {
        AppendResult made = await making;
        if (made.Outcome == AppendOutcome.Stored)
        {
            await Audit.WriteAsync(AuditEntry.By(member, $"conversation.{action}", id, detail), CancellationToken.None);
        }

        return made;
    }

    public async Task TagAsync(DeskConversation conversation, IReadOnlyList<string> tags, StaffMember member)
    {
        await Store.TagAsync(conversation.Id, tags, Cancellation);
        await Audit.WriteAsync(AuditEntry.By(member, "conversation.tag", conversation.Id, AuditDetail.Of(("tags", string.Join(',', conversation.Tags), string.Join(',', tags)))), CancellationToken.None);
    }

    public static ValueTask<DeskScope> BindAsync(HttpContext context) => ValueTask.FromResult(new DeskScope(
        context.RequestServices.GetRequiredService<DeskActions>(),
        context.RequestServices.GetRequiredService<IDeskStore>(),
        context.RequestServices.GetRequiredService<IAuditLog>(),
        context.RequestAborted));
}
