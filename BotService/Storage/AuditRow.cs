using SupportBot.Access.Audit;

namespace SupportBot.Storage;

/// <summary>A row of <c>audit</c>, as Dapper reads it.</summary>
internal sealed record AuditRow(long Id, long At, string ActorId, string ActorName, string Action, string Target, string? Detail, byte[] Hash)
{
    public AuditRecord Record() => new(Id, DateTimeOffset.FromUnixTimeMilliseconds(At), new AuditEntry(ActorId, ActorName, Action, Target, Detail), Hash);
}
