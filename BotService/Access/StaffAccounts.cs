using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Access;

/// <summary>Adds and changes members of staff.</summary>
internal sealed class StaffAccounts(IStaffStore store, StaffPasswords passwords, IOptions<StaffOptions> options, TimeProvider time)
{
    private const int MostTries = 20;

    /// <summary>Adds a member, who signs in with the one-time password; only when there is no administrator yet if so asked.</summary>
    public async Task<(StaffSaved Saved, StaffUser User, string OneTimePassword)> AddAsync(NewMember member, StaffMember? actor, bool onlyFirst, CancellationToken cancellation)
    {
        string password = StaffPasswords.OneTime();
        StaffUser user = new()
        {
            Id = RandomId.New(),
            Email = StaffUser.Normalize(member.Email),
            Name = member.Name.Trim(),
            Roles = [.. member.Roles.Distinct()],
            Work = member.Work ?? new StaffWork(),
            PasswordHash = passwords.Hash(password),
            MustChangePassword = true,
            PasswordUntil = time.GetUtcNow() + options.Value.OneTimePassword,
            Locale = member.Locale ?? "en",
            CreatedAt = time.GetUtcNow(),
        };
        StaffSaved saved = await store.AddAsync(user, Entry(actor, "user.add", user.Id, AuditDetail.Of(("roles", null, Names(user.Roles)))), onlyFirst, cancellation);
        return (saved, user, password);
    }

    /// <summary>Replaces the password by a one-time one and ends the member's sessions. Null: there is no such member.</summary>
    public async Task<string?> ResetPasswordAsync(string id, bool removeSecondFactor, StaffMember? actor, CancellationToken cancellation)
    {
        string password = StaffPasswords.OneTime();
        string hash = passwords.Hash(password);
        StaffSaved? saved = await ChangeAsync(
            id,
            user => new StaffChange(
                user with
                {
                    PasswordHash = hash,
                    MustChangePassword = true,
                    PasswordUntil = time.GetUtcNow() + options.Value.OneTimePassword,
                    SecondFactor = removeSecondFactor ? null : user.SecondFactor,
                    PendingFactor = removeSecondFactor ? null : user.PendingFactor,
                },
                Entry(actor, "user.resetPassword", id, removeSecondFactor ? AuditDetail.Of(("secondFactor", user.SecondFactor is not null, false)) : null))
            {
                EndSessions = true,
                RecoveryCodes = removeSecondFactor ? [] : null,
            },
            cancellation);
        return saved is null ? null : password;
    }

    /// <summary>Makes a change on the member as they are now, again when somebody else was first. Null: there is no such member, or nothing to change.</summary>
    public async Task<StaffSaved?> ChangeAsync(string id, Func<StaffUser, StaffChange?> change, CancellationToken cancellation)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            if (await store.FindAsync(id, cancellation) is not { } user || change(user) is not { } wanted)
            {
                return null;
            }

            StaffSaved saved = await store.SaveAsync(wanted, cancellation);
            if (saved != StaffSaved.Changed)
            {
                return saved;
            }
        }

        return StaffSaved.Changed;
    }

    public static string Names(IEnumerable<Role> roles) => string.Join(',', roles);

    private static AuditEntry Entry(StaffMember? actor, string action, string target, string? detail) =>
        actor is null ? AuditEntry.ByConsole(action, target, detail) : AuditEntry.By(actor, action, target, detail);
}

/// <param name="Email">Where they sign in with.</param>
/// <param name="Name">As others see them.</param>
/// <param name="Roles">One or more.</param>
internal sealed record NewMember(string Email, string Name, IReadOnlyList<Role> Roles)
{
    public StaffWork? Work { get; init; }

    public string? Locale { get; init; }
}
