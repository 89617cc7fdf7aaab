namespace SupportBot.Access;

/// <summary>Who makes this request. Handlers take it as a parameter; the session's check has put it there.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Name">As colleagues and shoppers see it.</param>
/// <param name="SessionId">The session that speaks.</param>
/// <param name="Permissions">What they may do; nothing while a one-time password has to be changed.</param>
internal sealed record StaffMember(string Id, string Name, string SessionId, IReadOnlySet<Permission> Permissions)
{
    public bool MustChangePassword { get; init; }

    public bool May(Permission permission) => Permissions.Contains(permission);

    public static ValueTask<StaffMember> BindAsync(HttpContext context) => ValueTask.FromResult(
        context.Features.Get<StaffMember>() ?? throw new InvalidOperationException("The route asks for a member of staff and requires none."));
}
