namespace SupportBot.Access;

/// <summary>What a member of staff may be allowed to do. Routes ask for these, never for roles.</summary>
internal enum Permission
{
    DeskRead,
    DeskReply,
    DeskSupervise,
    DeskCanned,
    DeskShifts,
    TicketsRead,
    TicketsWrite,
    CustomersRead,
    CustomersWrite,
    CustomersUnmask,
    CustomersErase,
    ArticlesWrite,
    OutreachWrite,
    ReportsRead,
    UsersManage,
    AuditRead,
    SettingsWrite,
}

internal static class PermissionNames
{
    /// <summary>The permission's name on the wire.</summary>
    public static string Name(this Permission permission) => permission switch
    {
        Permission.DeskRead => "desk.read",
        Permission.DeskReply => "desk.reply",
        Permission.DeskSupervise => "desk.supervise",
        Permission.DeskCanned => "desk.canned",
        Permission.DeskShifts => "desk.shifts",
        Permission.TicketsRead => "tickets.read",
        Permission.TicketsWrite => "tickets.write",
        Permission.CustomersRead => "customers.read",
        Permission.CustomersWrite => "customers.write",
        Permission.CustomersUnmask => "customers.unmask",
        Permission.CustomersErase => "customers.erase",
        Permission.ArticlesWrite => "articles.write",
        Permission.OutreachWrite => "outreach.write",
        Permission.ReportsRead => "reports.read",
        Permission.UsersManage => "users.manage",
        Permission.AuditRead => "audit.read",
        Permission.SettingsWrite => "settings.write",
    };
}
