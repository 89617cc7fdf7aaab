using SupportBot.Access.Audit;

namespace SupportBot.Access;

/// <summary>The members of staff. Every change carries the row of the audit that is written with it.</summary>
internal interface IStaffStore
{
    ValueTask<StaffUser?> FindAsync(string id, CancellationToken cancellation);

    ValueTask<StaffUser?> FindByEmailAsync(string email, CancellationToken cancellation);

    /// <summary>All of them, by name.</summary>
    ValueTask<IReadOnlyList<StaffUser>> ListAsync(CancellationToken cancellation);

    /// <param name="user">The new member.</param>
    /// <param name="audit">Who adds them.</param>
    /// <param name="onlyFirst">Only when there is no active administrator yet.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    Task<StaffSaved> AddAsync(StaffUser user, AuditEntry audit, bool onlyFirst, CancellationToken cancellation);

    Task<StaffSaved> SaveAsync(StaffChange change, CancellationToken cancellation);

    /// <summary>Takes a time step of the second factor; false when it, or a later one, was used before.</summary>
    Task<bool> UseStepAsync(string staffId, long step, CancellationToken cancellation);

    /// <summary>Takes a recovery code; false when there is none with this hash.</summary>
    Task<bool> UseRecoveryCodeAsync(string staffId, byte[] hash, CancellationToken cancellation);
}

/// <summary>One change of one member, written whole or not at all.</summary>
/// <param name="User">As they shall be; the version is the one that was read.</param>
/// <param name="Audit">Who changes what.</param>
internal sealed record StaffChange(StaffUser User, AuditEntry Audit)
{
    /// <summary>New recovery codes in place of all old ones; null keeps those.</summary>
    public IReadOnlyList<byte[]>? RecoveryCodes { get; init; }

    /// <summary>Ends their sessions.</summary>
    public bool EndSessions { get; init; }

    /// <summary>The session that goes on when the others end.</summary>
    public string? KeptSession { get; init; }
}

internal enum StaffSaved
{
    Saved,

    /// <summary>Somebody else was first; nothing was written.</summary>
    Changed,

    /// <summary>Another member has the address, or with "only first" there is an administrator already.</summary>
    Taken,

    /// <summary>Nobody would be left who may manage users.</summary>
    LastAdministrator,
}
