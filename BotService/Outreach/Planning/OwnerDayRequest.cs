using SupportBot.Operation;

namespace SupportBot.Outreach.Planning;

/// <summary>A day as it is written down.</summary>
internal sealed record OwnerDayRequest(string? Id, OwnerDayKind? Kind, DateOnly? Day, bool? Yearly, string? English, string? Chinese)
{
    private const int LongestName = 60;
    private const int LongestId = 40;

    public IEnumerable<FieldFault> Faults() =>
    [
        .. Fault(Id is null || IsId(Id), "id", "OwnerDayIdWrong"),
        .. Fault(Day is { Year: >= 1901 and <= 2100 }, "day", "OwnerDayWrong"),
        .. Fault(IsName(English) || IsName(Chinese), "english", "OwnerDayNameWrong"),
        .. Fault(Yearly is not true || Kind is null or OwnerDayKind.Greeting, "yearly", "OwnerDayYearlyWrong"),
    ];

    /// <summary>A name in one language alone stands for both.</summary>
    public OwnerDay OwnerDay()
    {
        OwnerDayKind kind = Kind ?? OwnerDayKind.Greeting;
        DateOnly day = Day ?? default;
        string english = IsName(English) ? English?.Trim() ?? "" : Chinese?.Trim() ?? "";
        return new OwnerDay(
            Id ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind.ToString().ToLowerInvariant()}-{day:yyyy-MM-dd}"),
            kind,
            day,
            Yearly ?? false,
            english,
            IsName(Chinese) ? Chinese?.Trim() ?? "" : english);
    }

    private static bool IsName(string? name) => name?.Trim().Length is > 0 and <= LongestName && !name.Any(char.IsControl);

    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static IEnumerable<FieldFault> Fault(bool good, string field, string code) => good ? [] : [new FieldFault(field, code)];
}
