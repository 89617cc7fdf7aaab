using SupportBot.Operation;

namespace SupportBot.Customers;

/// <summary>What the fields of a customer file may hold; each gives its fault, or nothing.</summary>
internal static class CustomerFields
{
    private const int LongestName = 200;
    private const int LongestNote = 4_000;
    private const int LongestReason = 500;
    private const int LongestWord = 64;
    private const int MostTags = 50;

    public static IEnumerable<FieldFault> Name(string name) => Fault(name.Trim().Length is > 0 and <= LongestName && !name.Any(char.IsControl), "name", "CustomerNameWrong");

    public static IEnumerable<FieldFault> Note(string note) => Fault(note.Length <= LongestNote, "note", "CustomerNoteLong");

    public static IEnumerable<FieldFault> Tags(IReadOnlyList<string> tags) => Fault(tags.Count <= MostTags && tags.All(IsWord), "tags", "CustomerTagsWrong");

    public static IEnumerable<FieldFault> Locale(string locale) => Fault(locale is "en" or "zh", "locale", "LocaleWrong");

    public static IEnumerable<FieldFault> Zone(string zone) => Fault(zone.Length <= LongestWord && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _), "zone", "ZoneWrong");

    public static IEnumerable<FieldFault> Segment(string segment) => Fault(IsWord(segment), "segment", "WordWrong");

    public static IEnumerable<FieldFault> Reason(string? reason) => Fault(reason?.Trim().Length is > 0 and <= LongestReason, "reason", "ReasonWrong");

    public static IEnumerable<FieldFault> Word(string field, string? word) => Fault(IsWord(word), field, "WordWrong");

    public static IEnumerable<FieldFault> Contact(ContactKind kind, string? given) =>
        Fault(given is null || ContactPoints.Normal(kind, given) is not null, kind == ContactKind.Email ? "email" : "phone", kind == ContactKind.Email ? "EmailWrong" : "PhoneWrong");

    private static bool IsWord(string? word) => word?.Trim() is { Length: > 0 and <= LongestWord } text && !text.Any(char.IsControl);

    private static IEnumerable<FieldFault> Fault(bool good, string field, string code) => good ? [] : [new FieldFault(field, code)];
}
