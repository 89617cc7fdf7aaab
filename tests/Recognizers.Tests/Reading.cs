using SupportBot.Recognizers;

namespace SupportBot.Recognizers.Tests;

/// <summary>Short forms for the tests: a Saturday morning as reference, and results as one line of text.</summary>
internal static class Reading
{
    public static readonly DateTime Now = new(2026, 11, 21, 10, 0, 0);

    public static IReadOnlyList<Recognition> English(string text, Kinds kinds = Kinds.DateTime) => Recognizer.Recognize(text, Culture.English, kinds, Now);

    public static IReadOnlyList<Recognition> Chinese(string text, Kinds kinds = Kinds.DateTime) => Recognizer.Recognize(text, Culture.Chinese, kinds, Now);

    /// <summary>"text=value" of every recognition; of dates and ranges the first candidate not in the past.</summary>
    public static string Line(IReadOnlyList<Recognition> found) => string.Join("; ", found.Select(one => $"{one.Text}={Value(one.Resolution)}"));

    private static string Value(Resolution resolution)
    {
        Resolution last = resolution.Values.Count > 0 ? resolution.Values[^1] : resolution;
        string? value = last["value"] ?? (last["start"] is null && last["end"] is null ? null : last["start"] + ".." + last["end"]);
        return last["unit"] is { } unit ? $"{value} {unit}" : value ?? "none";
    }
}
