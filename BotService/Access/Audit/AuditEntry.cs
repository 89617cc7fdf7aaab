namespace SupportBot.Access.Audit;

/// <summary>A change that somebody of the staff makes, to be written with it.</summary>
/// <param name="ActorId">Who.</param>
/// <param name="ActorName">Their name then.</param>
/// <param name="Action">What, as noun and verb: <c>user.add</c>, <c>conversation.takeover</c>.</param>
/// <param name="Target">On which thing: its id.</param>
/// <param name="Detail">Before and after as JSON, without personal data; null when the action says it all.</param>
internal sealed record AuditEntry(string ActorId, string ActorName, string Action, string Target, string? Detail = null)
{
    /// <summary>The actor of commands given at the machine itself.</summary>
    public const string Console = "console";

    public static AuditEntry By(StaffMember member, string action, string target, string? detail = null) =>
        new(member.Id, member.Name, action, target, detail);

    /// <summary>What the service or its operator does.</summary>
    public static AuditEntry ByConsole(string action, string target, string? detail = null) => new(Console, Console, action, target, detail);
}
