using System.Globalization;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates;

/// <summary>The names of a vocabulary file of holidays.</summary>
internal sealed class HolidayNames
{
    private readonly Dictionary<string, Holiday>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly HashSet<char> initials;

    public HolidayNames(string file)
    {
        Dictionary<string, Holiday> holidays = [];
        foreach (WordLine line in WordList.Read(file))
        {
            foreach (string name in line.Words)
                holidays[Squeeze(name)] = Parse(line.Role, line.Value);
        }

        names = holidays.GetAlternateLookup<ReadOnlySpan<char>>();
        initials = holidays.Keys.Select(name => name[0]).ToHashSet();
        Longest = holidays.Keys.Max(name => name.Length);
    }

    public IEnumerable<char> Initials => initials;

    public int Longest { get; }

    public bool MayBegin(char initial) => initials.Contains(initial);

    /// <param name="name">Without spaces, apostrophes, dots and hyphens.</param>
    public bool TryFind(ReadOnlySpan<char> name, out Holiday holiday)
    {
        bool found = names.TryGetValue(name, out Holiday? known);
        holiday = known!;
        return found;
    }

    public static bool IsFiller(char c) => c is ' ' or '\'' or '.' or '-';

    private static string Squeeze(string name) => string.Concat(name.Where(c => !IsFiller(c)));

    private static Holiday Parse(string role, string value)
    {
        int[] numbers = value.TrimStart('-').Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
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
