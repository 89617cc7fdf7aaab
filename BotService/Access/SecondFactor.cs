namespace SupportBot.Access;

/// <summary>Takes a code of the authenticator app, or a recovery code; each once.</summary>
internal sealed class SecondFactor(IStaffStore staff, FactorSeal seal, TimeProvider time)
{
    public async Task<bool> UseAsync(StaffUser user, string code, CancellationToken cancellation) =>
        user.SecondFactor is { } kept && seal.Open(user.Id, kept) is { } secret && Totp.Match(secret, code, time.GetUtcNow()) is { } step
            ? await staff.UseStepAsync(user.Id, step, cancellation)
            : await staff.UseRecoveryCodeAsync(user.Id, RecoveryCode.HashOf(code), cancellation);
}
