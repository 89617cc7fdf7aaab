namespace SupportBot.Access;

/// <summary>What a member of staff is. The names are stored.</summary>
internal enum Role
{
    Agent,
    Supervisor,
    Marketer,
    Administrator,
}

internal static class RolePermissions
{
    /// <summary>What the roles allow together.</summary>
    public static IReadOnlySet<Permission> Of(IEnumerable<Role> roles) => roles.SelectMany(Of).ToHashSet();

    /// <summary>Least privilege: an agent sees contact points masked but on tickets of their own, and only an administrator erases.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => role switch
    {
        Role.Agent => [Permission.DeskRead, Permission.DeskReply, Permission.TicketsRead, Permission.TicketsWrite, Permission.CustomersRead, Permission.CustomersWrite],
        Role.Supervisor =>
        [
            .. Of(Role.Agent), Permission.DeskSupervise, Permission.DeskCanned, Permission.DeskShifts, Permission.CustomersUnmask, Permission.ArticlesWrite, Permission.ReportsRead,
        ],
        Role.Marketer => [Permission.CustomersRead, Permission.OutreachWrite, Permission.ReportsRead],
        Role.Administrator => Enum.GetValues<Permission>(),
    };
}
