using SupportBot.Access.Audit;

namespace SupportBot.Access;

/// <summary>Sessions, and the failures before them.</summary>
internal interface IStaffSessionStore
{
    /// <summary>Counts a try to sign in before it is made, so that many at once cannot all pass; false when the address has to wait.</summary>
    /// <param name="key">The hash of the address tried, whether it is anybody's or not.</param>
    /// <param name="options">How many failures, how long a wait.</param>
    /// <param name="cancellation">Stops the waiting, not the write.</param>
    Task<bool> BeginAttemptAsync(byte[] key, StaffOptions options, CancellationToken cancellation);

    Task ForgetAttemptsAsync(byte[] key, CancellationToken cancellation);

    /// <summary>Adds a session, and drops those that have ended by themselves.</summary>
    Task AddAsync(StaffSession session, byte[] keyHash, AuditEntry audit, TimeSpan idle, CancellationToken cancellation);

    /// <summary>The session of a key and whose it is, when neither has ended.</summary>
    ValueTask<(StaffSession Session, StaffUser User)?> FindAsync(byte[] keyHash, TimeSpan idle, CancellationToken cancellation);

    /// <summary>Notes that the session is in use.</summary>
    Task TouchAsync(string sessionId, CancellationToken cancellation);

    ValueTask<IReadOnlyList<StaffSession>> OfAsync(string staffId, TimeSpan idle, CancellationToken cancellation);

    /// <summary>Which of these sessions have not ended.</summary>
    ValueTask<IReadOnlySet<string>> LiveAsync(IReadOnlyCollection<string> sessionIds, TimeSpan idle, CancellationToken cancellation);

    /// <summary>False when the member has no such session.</summary>
    Task<bool> EndAsync(string sessionId, string staffId, AuditEntry audit, CancellationToken cancellation);
}
