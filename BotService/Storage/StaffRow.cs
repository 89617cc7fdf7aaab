using System.Text.Json;
using SupportBot.Access;

namespace SupportBot.Storage;

/// <summary>A row of <c>staff</c>, as Dapper reads and writes it.</summary>
internal sealed record StaffRow(
    string Id,
    string Email,
    string Name,
    string Roles,
    long Active,
    string Password,
    long MustChange,
    long? PasswordUntil,
    byte[]? Factor,
    byte[]? FactorPending,
    string Locale,
    string Theme,
    string Preferences,
    string Work,
    long? SeenAt,
    long CreatedAt,
    long Version)
{
    public const string Columns = """
        staff.id, staff.email, staff.name, staff.roles, staff.active, staff.password, staff.must_change as MustChange, staff.password_until as PasswordUntil,
        staff.factor, staff.factor_pending as FactorPending, staff.locale, staff.theme, staff.preferences, staff.work, staff.seen_at as SeenAt, staff.created_at as CreatedAt, staff.version
        """;

    public static StaffRow Of(StaffUser user) => new(
        user.Id,
        user.Email,
        user.Name,
        string.Join(',', user.Roles),
        user.Active ? 1 : 0,
        user.PasswordHash,
        user.MustChangePassword ? 1 : 0,
        user.PasswordUntil?.ToUnixTimeMilliseconds(),
        user.SecondFactor,
        user.PendingFactor,
        user.Locale,
        user.Theme,
        user.Preferences,
        JsonSerializer.Serialize(user.Work, StaffJson.Default.StaffWork),
        user.LastSeenAt?.ToUnixTimeMilliseconds(),
        user.CreatedAt.ToUnixTimeMilliseconds(),
        user.Version);

    public StaffUser User() => new()
    {
        Id = Id,
        Email = Email,
        Name = Name,
        Roles = [.. Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)],
        Active = Active != 0,
        PasswordHash = Password,
        MustChangePassword = MustChange != 0,
        PasswordUntil = PasswordUntil is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null,
        SecondFactor = Factor,
        PendingFactor = FactorPending,
        Locale = Locale,
        Theme = Theme,
        Preferences = Preferences,
        Work = JsonSerializer.Deserialize(Work, StaffJson.Default.StaffWork) ?? new StaffWork(),
        LastSeenAt = SeenAt is { } seen ? DateTimeOffset.FromUnixTimeMilliseconds(seen) : null,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        Version = Version,
    };
}
