using SupportBot.Access;

namespace SupportBot.Storage;

/// <summary>A row of <c>staff_session</c>, as Dapper reads it.</summary>
internal sealed record StaffSessionRow(string SessionId, string StaffId, long StartedAt, long SeenAt, long ExpiresAt, string? Address, string? Agent)
{
    public StaffSession Session() => new(
        SessionId,
        StaffId,
        DateTimeOffset.FromUnixTimeMilliseconds(StartedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(SeenAt),
        DateTimeOffset.FromUnixTimeMilliseconds(ExpiresAt),
        Address,
        Agent);
}
