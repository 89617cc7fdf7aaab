using System.Globalization;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates;

/// <summary>The names of a vocabulary file of holidays.</summary>
internal sealed class HolidayNames
{
    private readonly WordTable names = new();
    private readonly List<Holiday> holidays = [];

    public HolidayNames(string file)
    {
        foreach (WordLine line in WordList.Read(file))
        {
            foreach (string name in line.Words)
                names.TryAdd(Squeeze(name), holidays.Count);
            holidays.Add(Parse(line.Role, line.Value));
        }
    }

    /// <summary>At least the length of the longest name that begins so.</summary>
    public int LongestFrom(char initial) => names.LongestFrom(initial);

    /// <param name="name">Without spaces, apostrophes, dots and hyphens.</param>
    public bool TryFind(ReadOnlySpan<char> name, out Holiday holiday)
    {
        bool found = names.TryFind(name, out int index);
        holiday = found ? holidays[index] : null!;
        return found;
    }

    /// <summary>The longest name at a character of a text without word boundaries.</summary>
    public bool TryLongest(ReadOnlySpan<char> text, int at, out Holiday holiday, out int end)
    {
        bool found = names.TryLongest(text, at, out int index, out end);
        holiday = found ? holidays[index] : null!;
        return found;
    }

    public static bool IsFiller(char c) => c is ' ' or '\'' or '.' or '-';

    private static string Squeeze(string name) =>
        name.Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static Holiday Parse(string role, string value)
    {
        string[] parts = value.TrimStart('-').Split('-');
        int[] numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
            numbers[i] = int.Parse(parts[i], CultureInfo.InvariantCulture);
        return role switch
        {
            "fixed" => new Holiday(HolidayRule.Fixed, numbers[0], numbers[1], 0),
            "nth" => new Holiday(HolidayRule.NthWeekday, numbers[0], numbers[1], numbers[2]),
            "easter" => new Holiday(HolidayRule.Easter, 0, value[0] == '-' ? -numbers[0] : numbers[0], 0),
            "after" => new Holiday(HolidayRule.Thanksgiving, 0, numbers[0], 0),
            "lunar" => new Holiday(HolidayRule.Lunar, numbers[0], numbers[1], 0),
            "chinese" => new Holiday(HolidayRule.Chinese, numbers[0], numbers[1], 0),
            "hijri" => new Holiday(HolidayRule.Hijri, numbers[0], numbers[1], 0),
            _ => throw new FormatException($"Holidays: no such rule '{role}'"),
        };
    }
}
