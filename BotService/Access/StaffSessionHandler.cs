using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace SupportBot.Access;

/// <summary>The authentication scheme of staff routes: the cookie's key is looked up at every request, so an ended session is over at once.</summary>
internal sealed class StaffSessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> schemes,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IStaffSessionStore sessions,
    IOptions<StaffOptions> options,
    TimeProvider time) : AuthenticationHandler<AuthenticationSchemeOptions>(schemes, loggers, encoder)
{
    public const string Name = "StaffSession";
    public const string PermissionClaim = "permission";

    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Shoppers' routes never look at the cookie.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<StaffRoute>() is null || StaffCookie.Read(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.FindAsync(StaffSignIn.HashOf(key), options.Value.SessionIdle, Context.RequestAborted) is not { } found)
        {
            return AuthenticateResult.Fail("The session has ended.");
        }

        if (time.GetUtcNow() - found.Session.SeenAt >= SeenStep)
        {
            await sessions.TouchAsync(found.Session.Id, Context.RequestAborted);
        }

        IReadOnlySet<Permission> permissions = found.User.MustChangePassword ? new HashSet<Permission>() : RolePermissions.Of(found.User.Roles);
        Context.Features.Set(new StaffMember(found.User.Id, found.User.Name, found.Session.Id, permissions) { MustChangePassword = found.User.MustChangePassword });
        ClaimsIdentity identity = new(
            [new Claim(ClaimTypes.NameIdentifier, found.User.Id), .. permissions.Select(permission => new Claim(PermissionClaim, permission.Name()))],
            Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => AccessRefusals.SignedOut.ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        (Context.Features.Get<StaffMember>() is { MustChangePassword: true } ? AccessRefusals.PasswordChangeNeeded : AccessRefusals.NotAllowed).ExecuteAsync(Context);
}
