using SupportBot.Operation;

namespace SupportBot.Outreach;

/// <summary>What the fields of outreach may hold; each gives its fault, or nothing.</summary>
internal static class OutreachFields
{
    private const int LongestName = 120;

    public static IEnumerable<FieldFault> Name(string? name) =>
        name?.Trim().Length is > 0 and <= LongestName && !name.Any(char.IsControl) ? [] : [new FieldFault("name", "OutreachNameWrong")];
}
