using Microsoft.Extensions.Options;

namespace SupportBot.Access;

/// <summary>Creates the first administrator when there is none yet. Of several nodes that start at once, one does.</summary>
internal sealed class FirstAdministrator(StaffAccounts accounts, IStaffStore staff, IOptions<StaffOptions> options) : IHostedService
{
    private string? oneTimePassword;

    /// <summary>What to print at the console, once: it is kept nowhere.</summary>
    public (string Email, string OneTimePassword)? Take() =>
        Interlocked.Exchange(ref oneTimePassword, null) is { } password ? (options.Value.AdministratorEmail, password) : null;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // The work of a hash is only done when it may be needed.
        if ((await staff.ListAsync(cancellationToken)).Any(user => user.Active && user.Roles.Contains(Role.Administrator)))
        {
            return;
        }

        NewMember first = new(options.Value.AdministratorEmail, "Administrator", [Role.Administrator]);
        (StaffSaved saved, _, string password) = await accounts.AddAsync(first, null, onlyFirst: true, cancellationToken);
        oneTimePassword = saved == StaffSaved.Saved ? password : null;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
