using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Access;

internal enum SignInOutcome
{
    SignedIn,

    /// <summary>Nobody's address, a wrong password or code, a member no longer active, or an address that has to wait: nobody learns which.</summary>
    Failed,

    /// <summary>The password is right; the second factor is asked for.</summary>
    CodeNeeded,
}

/// <param name="Outcome">What became of it.</param>
/// <param name="User">Who has signed in.</param>
/// <param name="Key">The key of the new session, for the cookie and nowhere else.</param>
internal sealed record SignInResult(SignInOutcome Outcome, StaffUser? User = null, string? Key = null);

/// <summary>Checks who signs in and opens a session.</summary>
internal sealed class StaffSignIn(
    IStaffStore staff,
    IStaffSessionStore sessions,
    StaffPasswords passwords,
    SecondFactor factor,
    IOptions<StaffOptions> options,
    TimeProvider time)
{
    public const string Action = "session.start";

    private static readonly SignInResult Failed = new(SignInOutcome.Failed);

    public async Task<SignInResult> SignInAsync(SignInRequest request, string? address, string? agent, CancellationToken cancellation)
    {
        string email = StaffUser.Normalize(request.Email ?? "");
        byte[] attempts = SHA256.HashData(Encoding.UTF8.GetBytes(email));
        bool mayTry = await sessions.BeginAttemptAsync(attempts, options.Value, cancellation);

        // The work is done whatever is known already, so that the time tells nothing.
        StaffUser? user = await staff.FindByEmailAsync(email, cancellation);
        PasswordVerificationResult password = await passwords.VerifyAsync(user, request.Password ?? "", cancellation);
        if (!mayTry || user is not { Active: true } || password == PasswordVerificationResult.Failed || user.PasswordUntil < time.GetUtcNow())
        {
            return Failed;
        }

        if (user.SecondFactor is not null && string.IsNullOrWhiteSpace(request.Code))
        {
            return new SignInResult(SignInOutcome.CodeNeeded);
        }

        if (user.SecondFactor is not null && !await factor.UseAsync(user, request.Code ?? "", cancellation))
        {
            return Failed;
        }

        await sessions.ForgetAttemptsAsync(attempts, cancellation);
        if (password == PasswordVerificationResult.SuccessRehashNeeded)
        {
            // Lost against a change at the same moment, it is renewed the next time.
            StaffUser renewed = user with { PasswordHash = passwords.Hash(request.Password ?? "") };
            await staff.SaveAsync(new StaffChange(renewed, new AuditEntry(user.Id, user.Name, "user.rehash", user.Id)), cancellation);
        }

        return new SignInResult(SignInOutcome.SignedIn, user, await OpenAsync(user, address, agent, cancellation));
    }

    /// <summary>The hash a session is found by.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private async Task<string> OpenAsync(StaffUser user, string? address, string? agent, CancellationToken cancellation)
    {
        string key = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        DateTimeOffset now = time.GetUtcNow();
        StaffSession session = new(RandomId.New(), user.Id, now, now, now + options.Value.SessionLifetime, address, agent);
        await sessions.AddAsync(session, HashOf(key), new AuditEntry(user.Id, user.Name, Action, session.Id), options.Value.SessionIdle, cancellation);
        return key;
    }
}

internal sealed record SignInRequest(string? Email, string? Password, string? Code);
