using SupportBot.Customers;

namespace SupportBot.Storage;

/// <summary>A row of <c>customer</c>, as Dapper reads it; the rest of the file lies in tables of its own.</summary>
internal sealed record CustomerRow(
    string Id,
    string? Name,
    string? Locale,
    string? Zone,
    long Vip,
    string? Segment,
    string Note,
    string? BlockedReason,
    long? BlockedUntil,
    long CreatedAt,
    long UpdatedAt,
    long? ErasedAt,
    long Version)
{
    public Customer Customer() => new()
    {
        Id = Id,
        Name = Name,
        Locale = Locale,
        Zone = Zone,
        Vip = Vip != 0,
        Segment = Segment,
        Note = Note,
        Blocked = BlockedReason is { } reason ? new Block(reason, At(BlockedUntil)) : null,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(UpdatedAt),
        ErasedAt = At(ErasedAt),
        Version = Version,
    };

    private static DateTimeOffset? At(long? milliseconds) => milliseconds is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
}
