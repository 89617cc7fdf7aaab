using SupportBot.Access.Audit;

namespace SupportBot.Access;

/// <summary>At start, seals the second factors that an earlier version kept open, or another key has sealed.</summary>
internal sealed class FactorSealing(IStaffStore staff, StaffAccounts accounts, FactorSeal seal) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (StaffUser user in await staff.ListAsync(cancellationToken))
        {
            if (NeedsSeal(user))
            {
                await accounts.ChangeAsync(user.Id, Sealed, cancellationToken);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool NeedsSeal(StaffUser user) => user.SecondFactor is { } kept && !seal.IsSealed(user.Id, kept) && seal.Open(user.Id, kept) is not null;

    // One that was not confirmed yet is begun again.
    private StaffChange? Sealed(StaffUser user) => NeedsSeal(user) && seal.Open(user.Id, user.SecondFactor ?? []) is { } secret
        ? new StaffChange(user with { SecondFactor = seal.Seal(user.Id, secret), PendingFactor = null }, AuditEntry.ByConsole("user.secondFactor.seal", user.Id))
        : null;
}
