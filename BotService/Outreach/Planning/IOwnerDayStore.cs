using SupportBot.Access.Audit;

namespace SupportBot.Outreach.Planning;

internal interface IOwnerDayStore
{
    /// <summary>All of them, the earliest first.</summary>
    ValueTask<IReadOnlyList<OwnerDay>> AllAsync(CancellationToken cancellation);

    /// <summary>Keeps them; one of the same id is replaced.</summary>
    Task SaveAsync(IReadOnlyList<OwnerDay> days, AuditEntry audit, CancellationToken cancellation);

    Task<bool> DeleteAsync(string id, AuditEntry audit, CancellationToken cancellation);
}
