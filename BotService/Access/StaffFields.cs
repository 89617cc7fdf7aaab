using SupportBot.Operation;

namespace SupportBot.Access;

/// <summary>What the fields of a member of staff may hold; each gives its fault, or nothing.</summary>
internal static class StaffFields
{
    public const int LongestEmail = 254;
    private const int LongestName = 100;
    private const int MostWords = 50;
    private const int LongestWord = 64;
    private const int MostCapacity = 100;

    public static IEnumerable<FieldFault> Email(string? email) =>
        email?.Trim() is { Length: > 2 and <= LongestEmail } address && address.IndexOf('@') is > 0 and int at && at < address.Length - 1 && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? [] : [new FieldFault("email", "EmailWrong")];

    public static IEnumerable<FieldFault> Name(string? name) =>
        name?.Trim() is { Length: > 0 and <= LongestName } text && !text.Any(char.IsControl) ? [] : [new FieldFault("name", "NameWrong")];

    public static IEnumerable<FieldFault> Roles(IReadOnlyList<Role>? roles) =>
        roles is { Count: > 0 and <= 10 } && roles.All(Enum.IsDefined) ? [] : [new FieldFault("roles", "RolesWrong")];

    public static IEnumerable<FieldFault> Locale(string? locale) => locale is "en" or "zh" ? [] : [new FieldFault("locale", "LocaleWrong")];

    public static IEnumerable<FieldFault> Theme(string? theme) => theme is "light" or "dark" or "auto" ? [] : [new FieldFault("theme", "ThemeWrong")];

    public static IEnumerable<FieldFault> Work(StaffWork work) =>
        work.Capacity is null or (>= 0 and <= MostCapacity) && Words(work.Skills.Select(skill => skill.Name)) && Words(work.Teams) && Words(work.Languages)
            ? [] : [new FieldFault("skills", "WorkWrong")];

    private static bool Words(IEnumerable<string?> words)
    {
        List<string?> all = [.. words.Take(MostWords + 1)];
        return all.Count <= MostWords && all.TrueForAll(word => word?.Trim() is { Length: > 0 and <= LongestWord });
    }
}
