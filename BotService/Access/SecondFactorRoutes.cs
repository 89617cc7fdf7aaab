using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using SupportBot.Access.Audit;

namespace SupportBot.Access;

/// <summary>Setting up an authenticator app, and taking it away.</summary>
internal static class SecondFactorRoutes
{
    private const string Issuer = "SupportBot";

    public static void MapSecondFactor(this IEndpointRouteBuilder staff)
    {
        staff.MapPost("/me/second-factor", Begin).RequireStaff().WithSummary("Get a secret for an authenticator app; it counts only once confirmed");
        staff.MapPost("/me/second-factor/confirm", Confirm).RequireStaff().WithSummary("Confirm the app with a code; gives the recovery codes, once");
        staff.MapDelete("/me/second-factor", Remove).RequireStaff().WithSummary("Remove the second factor; needs the password");
    }

    private static async Task<IResult> Begin(StaffMember member, IStaffStore store, StaffAccounts accounts, FactorSeal seal, CancellationToken cancellation)
    {
        byte[] secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        StaffSaved? saved = await accounts.ChangeAsync(
            member.Id,
            user => new StaffChange(user with { PendingFactor = seal.Seal(member.Id, secret) }, AuditEntry.By(member, "account.secondFactor.begin", member.Id)),
            cancellation);
        return saved == StaffSaved.Saved && await store.FindAsync(member.Id, cancellation) is { } user
            ? TypedResults.Ok(new SecondFactorDocument(Totp.Base32(secret), Totp.Uri(Issuer, user.Email, secret)))
            : AccessRefusals.SignedOut;
    }

    private static async Task<IResult> Confirm(SecondFactorCode request, StaffMember member, IStaffStore store, StaffAccounts accounts, StaffSessions sessions, FactorSeal seal, TimeProvider time, CancellationToken cancellation)
    {
        if (await store.FindAsync(member.Id, cancellation) is not { PendingFactor: { } pending }
            || seal.Open(member.Id, pending) is not { } secret
            || Totp.Match(secret, request.Code ?? "", time.GetUtcNow()) is not { } step
            || !await store.UseStepAsync(member.Id, step, cancellation))
        {
            return AccessRefusals.WrongCode;
        }

        IReadOnlyList<string> codes = RecoveryCode.NewSet();
        StaffSaved? saved = await accounts.ChangeAsync(
            member.Id,
            user => !pending.AsSpan().SequenceEqual(user.PendingFactor) ? null : new StaffChange(
                user with { SecondFactor = pending, PendingFactor = null },
                AuditEntry.By(member, "account.secondFactor.add", member.Id))
            {
                RecoveryCodes = [.. codes.Select(RecoveryCode.HashOf)],
                EndSessions = true,
                KeptSession = member.SessionId,
            },
            cancellation);
        sessions.Recheck();
        return saved == StaffSaved.Saved ? TypedResults.Ok(new RecoveryCodesDocument(codes)) : AccessRefusals.WrongCode;
    }

    private static async Task<IResult> Remove([Microsoft.AspNetCore.Mvc.FromBody] PasswordRequest request, StaffMember member, IStaffStore store, StaffAccounts accounts, StaffPasswords passwords, CancellationToken cancellation)
    {
        StaffUser? user = await store.FindAsync(member.Id, cancellation);
        if (await passwords.VerifyAsync(user, request.Password ?? "", cancellation) == PasswordVerificationResult.Failed)
        {
            return AccessRefusals.WrongPassword;
        }

        await accounts.ChangeAsync(
            member.Id,
            current => new StaffChange(current with { SecondFactor = null, PendingFactor = null }, AuditEntry.By(member, "account.secondFactor.remove", member.Id)) { RecoveryCodes = [] },
            cancellation);
        return TypedResults.NoContent();
    }
}

internal sealed record SecondFactorDocument(string Secret, string OtpauthUri);

internal sealed record SecondFactorCode(string? Code);

internal sealed record RecoveryCodesDocument(IReadOnlyList<string> RecoveryCodes);

internal sealed record PasswordRequest(string? Password);
