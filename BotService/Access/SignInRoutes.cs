using SupportBot.Access.Audit;

namespace SupportBot.Access;

/// <summary>Signing in and out.</summary>
internal static class SignInRoutes
{
    private const int LongestAgent = 256;

    public static void MapSignIn(this IEndpointRouteBuilder staff)
    {
        staff.MapPost("/sign-in", SignIn).AllowSignedOut().WithSummary("Sign in; sets the session's cookie");
        staff.MapPost("/sign-out", SignOut).RequireStaff().WithSummary("End this session");
    }

    private static async Task<IResult> SignIn(SignInRequest request, HttpContext context, StaffSignIn signIn, VisitorLimits limits, CancellationToken cancellation)
    {
        if (await limits.SignInAsync(context.Connection.RemoteIpAddress) is { } wait)
        {
            return AccessRefusals.TooManyAttempts with { RetryAfter = wait };
        }

        if (request is { Email.Length: > StaffFields.LongestEmail } or { Password.Length: > StaffPasswords.Longest } or { Code.Length: > 64 })
        {
            return AccessRefusals.SignInFailed;
        }

        string agent = context.Request.Headers.UserAgent.ToString();
        SignInResult result = await signIn.SignInAsync(request, context.Connection.RemoteIpAddress?.ToString(), agent[..Math.Min(agent.Length, LongestAgent)], cancellation);
        switch (result)
        {
            case { Outcome: SignInOutcome.SignedIn, User: { } user, Key: { } key }:
                StaffCookie.Write(context, key);
                return TypedResults.Ok(MeDocument.Of(user));
            case { Outcome: SignInOutcome.CodeNeeded }:
                return AccessRefusals.CodeNeeded;
            default:
                return AccessRefusals.SignInFailed;
        }
    }

    private static async Task<IResult> SignOut(HttpContext context, StaffMember member, IStaffSessionStore store, StaffSessions sessions, CancellationToken cancellation)
    {
        await store.EndAsync(member.SessionId, member.Id, AuditEntry.By(member, SessionRoutes.Ended, member.SessionId), cancellation);
        sessions.Recheck();
        StaffCookie.Delete(context);
        return TypedResults.NoContent();
    }
}
