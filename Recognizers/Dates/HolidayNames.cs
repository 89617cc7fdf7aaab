using System.Globalization;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates;

/// <summary>The names of a vocabulary file of holidays.</summary>
internal sealed class HolidayNames
{
    private readonly Dictionary<string, Holiday>.AlternateLookup<ReadOnlySpan<char>> names;
    private readonly HashSet<char> initials;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> firstWords;

    public HolidayNames(string file)
    {
        Dictionary<string, Holiday> holidays = [];
        foreach (WordLine line in WordList.Read(file))
        {
            foreach (string name in line.Words)
                holidays[name] = Parse(line.Role, line.Value);
        }

        names = holidays.GetAlternateLookup<ReadOnlySpan<char>>();
        firstWords = holidays.Keys.Select(FirstWord).ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
        initials = holidays.Keys.Select(name => name[0]).ToHashSet();
        Longest = holidays.Keys.Max(name => name.Length);
    }

    public IEnumerable<char> Initials => initials;

    public int Longest { get; }

    public bool MayBegin(char initial) => initials.Contains(initial);

    /// <summary>Whether some name's first word is this one.</summary>
    public bool MayBegin(ReadOnlySpan<char> word) => firstWords.Contains(word);

    public bool TryFind(ReadOnlySpan<char> name, out Holiday holiday)
    {
        bool found = names.TryGetValue(name, out Holiday? known);
        holiday = known!;
        return found;
    }

    private static string FirstWord(string name)
    {
        int end = 0;
        while (end < name.Length && (char.IsLetter(name[end]) || name[end] == '\'' && end + 1 < name.Length && char.IsLetter(name[end + 1])))
            end++;
        return name[..end];
    }

    private static Holiday Parse(string role, string value)
    {
        int[] numbers = value.TrimStart('-').Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return role switch
        {
            "fixed" => new Holiday(HolidayRule.Fixed, numbers[0], numbers[1], 0),
            "nth" => new Holiday(HolidayRule.NthWeekday, numbers[0], numbers[1], numbers[2]),
            "easter" => new Holiday(HolidayRule.Easter, 0, value[0] == '-' ? -numbers[0] : numbers[0], 0),
            "blackfriday" => new Holiday(HolidayRule.Thanksgiving, 0, numbers[0], 0),
            "lunar" => new Holiday(HolidayRule.Lunar, numbers[0], numbers[1], 0),
            "lunareve" => new Holiday(HolidayRule.LunarEve, 12, 30, 0),
            _ => throw new FormatException($"Holidays: no such rule '{role}'"),
        };
    }
}
