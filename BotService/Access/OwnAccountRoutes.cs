using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Access;

/// <summary>A member's own account.</summary>
internal static class OwnAccountRoutes
{
    public static void MapOwnAccount(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/me", Read).RequireStaff().WithSummary("Who is signed in and what they may do");
        staff.MapPatch("/me", Change).RequireStaff().WithSummary("Change one's own name, language, theme or preferences");
        staff.MapPost("/me/password", ChangePassword).RequireStaff().WithSummary("Change one's own password; ends all other sessions");
    }

    private static async Task<IResult> Read(StaffMember member, IStaffStore store, CancellationToken cancellation) =>
        await store.FindAsync(member.Id, cancellation) is { } user ? TypedResults.Ok(MeDocument.Of(user)) : AccessRefusals.SignedOut;

    private static async Task<IResult> Change(MeChange change, StaffMember member, StaffAccounts accounts, IStaffStore store, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. change.Faults()];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        StaffSaved? saved = await accounts.ChangeAsync(
            member.Id,
            user => new StaffChange(
                user with
                {
                    Name = change.Name?.Trim() ?? user.Name,
                    Locale = change.Locale ?? user.Locale,
                    Theme = change.Theme ?? user.Theme,
                    Preferences = change.Preferences?.GetRawText() ?? user.Preferences,
                },
                AuditEntry.By(member, "account.change", member.Id, AuditDetail.Fields(change.Fields()))),
            cancellation);
        return saved == StaffSaved.Saved ? await Read(member, store, cancellation) : Refusal.Changed;
    }

    private static async Task<IResult> ChangePassword(
        PasswordChange change,
        StaffMember member,
        IStaffStore store,
        StaffAccounts accounts,
        StaffPasswords passwords,
        StaffSessions sessions,
        CancellationToken cancellation)
    {
        if (await store.FindAsync(member.Id, cancellation) is not { } user)
        {
            return AccessRefusals.SignedOut;
        }

        string wanted = change.New ?? "";
        if ((StaffPasswords.Refuse(user, wanted) ?? (wanted == change.Current ? "PasswordOld" : null)) is { } fault)
        {
            return Refusal.Invalid("new", fault);
        }

        if (await passwords.VerifyAsync(user, change.Current ?? "", cancellation) == PasswordVerificationResult.Failed)
        {
            return AccessRefusals.WrongPassword;
        }

        string hash = passwords.Hash(wanted);
        StaffSaved? saved = await accounts.ChangeAsync(
            member.Id,
            current => current.PasswordHash != user.PasswordHash ? null : new StaffChange(
                current with { PasswordHash = hash, MustChangePassword = false, PasswordUntil = null },
                AuditEntry.By(member, "account.password", member.Id))
            {
                EndSessions = true,
                KeptSession = member.SessionId,
            },
            cancellation);
        sessions.Recheck();
        return saved == StaffSaved.Saved ? TypedResults.NoContent() : Refusal.Changed;
    }
}

/// <summary>The signed-in member, as the desk gets it.</summary>
internal sealed record MeDocument(
    string Id,
    string Name,
    string Email,
    IReadOnlyList<Role> Roles,
    string Locale,
    string Theme,
    IReadOnlyList<string> Permissions,
    bool MustChangePassword,
    bool SecondFactor,
    JsonElement Preferences)
{
    public static MeDocument Of(StaffUser user) => new(
        user.Id,
        user.Name,
        user.Email,
        user.Roles,
        user.Locale,
        user.Theme,
        user.MustChangePassword ? [] : [.. RolePermissions.Of(user.Roles).Order().Select(permission => permission.Name())],
        user.MustChangePassword,
        user.SecondFactor is not null,
        JsonElement.Parse(user.Preferences));
}

/// <summary>What is left out stays as it is.</summary>
internal sealed record MeChange(string? Name, string? Locale, string? Theme, JsonElement? Preferences)
{
    private const int LongestPreferences = 16_000;

    public IEnumerable<FieldFault> Faults() =>
    [
        .. Name is null ? [] : StaffFields.Name(Name),
        .. Locale is null ? [] : StaffFields.Locale(Locale),
        .. Theme is null ? [] : StaffFields.Theme(Theme),
        .. Preferences is not { } wanted || wanted.ValueKind == JsonValueKind.Object && wanted.GetRawText().Length <= LongestPreferences
            ? [] : (FieldFault[])[new FieldFault("preferences", "PreferencesWrong")],
    ];

    /// <summary>The names of what is to change.</summary>
    public IEnumerable<string> Fields() =>
        new (string Name, object? Value)[] { ("name", Name), ("locale", Locale), ("theme", Theme), ("preferences", Preferences) }
            .Where(field => field.Value is not null)
            .Select(field => field.Name);
}

internal sealed record PasswordChange(string? Current, string? New);
