using SupportBot.Access.Audit;

namespace SupportBot.Desk.Inbox;

/// <summary>What every move needs.</summary>
internal sealed record DeskScope(DeskActions Actions, IDeskStore Store, IAuditLog Audit, CancellationToken Cancellation)
{
    public static ValueTask<DeskScope> BindAsync(HttpContext context) => ValueTask.FromResult(new DeskScope(
        context.RequestServices.GetRequiredService<DeskActions>(),
        context.RequestServices.GetRequiredService<IDeskStore>(),
        context.RequestServices.GetRequiredService<IAuditLog>(),
        context.RequestAborted));
}
