using SupportBot.Recognizers.Numbers;
using SupportBot.Recognizers.Numbers.Chinese;
using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>The words of <c>Words/dates-zh.txt</c> and the small readings every Chinese date grammar needs.</summary>
internal static class Vocabulary
{
    private static readonly PhraseTable Table = new("dates-zh.txt");

    public static readonly PhraseTable.Role Days = Table["day"];
    public static readonly PhraseTable.Role Years = Table["year"];
    public static readonly PhraseTable.Role Directions = Table["direction"];
    public static readonly PhraseTable.Role Counted = Table["past"];
    public static readonly PhraseTable.Role Weeks = Table["week"];
    public static readonly PhraseTable.Role Weekends = Table["weekend"];
    public static readonly PhraseTable.Role DayPartNames = Table["daypart"];
    public static readonly PhraseTable.Role Seasons = Table["season"];
    public static readonly PhraseTable.Role Reigns = Table["reign"];
    public static readonly PhraseTable.Role Connectors = Table["connector"];
    public static readonly PhraseTable.Role Ands = Table["and"];
    public static readonly PhraseTable.Role Befores = Table["before"];
    public static readonly PhraseTable.Role Afters = Table["after"];
    public static readonly PhraseTable.Role Withins = Table["within"];
    public static readonly PhraseTable.Role Untils = Table["until"];
    public static readonly PhraseTable.Role Sinces = Table["since"];
    public static readonly PhraseTable.Role PrefixBefores = Table["prefixbefore"];
    public static readonly PhraseTable.Role PrefixSinces = Table["prefixsince"];
    public static readonly PhraseTable.Role Abouts = Table["about"];
    public static readonly PhraseTable.Role Lunars = Table["lunar"];
    public static readonly PhraseTable.Role Names = Table["name"];
    private static readonly PhraseTable.Role UnitNames = Table["unit"];
    private static readonly CharacterSet Initials = FindInitials();
    private static readonly DayPart EarlyMorning = new("TDA", 4, 8);

    /// <summary>Whether some word of time begins with the character, or one of those the grammars know by themselves.</summary>
    public static bool MayBegin(ReadOnlySpan<char> text, int at) => Initials.Contains(text[at]) || Reigns.TryFind(text, at, out _);

    private static CharacterSet FindInitials()
    {
        CharacterSet initials = new("从自由每半几数正腊初大上下前现目此马立刚廿卅第差当这月年");
        foreach (PhraseTable.Role role in new[] { Days, Years, Directions, Counted, Weeks, Weekends, DayPartNames, Seasons, PrefixBefores, PrefixSinces, Abouts, Lunars })
        {
            foreach (string phrase in role.Phrases)
                initials.Add(phrase[0]);
        }

        return initials;
    }

    public static char At(ReadOnlySpan<char> text, int at) => Numeral.At(text, at);

    public static int Skip(ReadOnlySpan<char> text, int at) => Numeral.SkipSpace(text, at);

    /// <summary>Past spaces and 的.</summary>
    public static int SkipOf(ReadOnlySpan<char> text, int at)
    {
        at = Skip(text, at);
        return At(text, at) is '的' or '之' && At(text, at + 1) is not ('前' or '后' or '间') ? Skip(text, at + 1) : at;
    }

    /// <summary>A whole number of at most four digits, in either script.</summary>
    public static bool TryInteger(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        value = 0;
        end = at;
        char c = At(text, at);
        if (char.IsAsciiDigit(c))
        {
            end = DigitNumber.Digits(text, at);
            if (end - at > 4)
                return false;
            for (int i = at; i < end; i++)
                value = value * 10 + text[i] - '0';
            return true;
        }

        if (Numeral.Digit(c) is >= 0 and int digit && IsSingle(At(text, at + 1)))
        {
            (value, end) = (digit, at + 1);
            return true;
        }

        if (Numeral.Digit(c) < 0 && Numeral.Scale(c) != 10 && c is not ('廿' or '卅') || !CardinalGrammar.TryRead(text, at, out NumberReading number))
            return false;
        if (number.Shape != NumberShape.Integer)
            return TryWithoutPoint(text, at, out value, out end);
        value = (int)Math.Min(number.Value, 99999);
        end = number.End;
        return number.Value <= 9999;
    }

    /// <summary>Whether a numeral with this behind it is a number of its own, which most are and which is told at once.</summary>
    private static bool IsSingle(char next) => Numeral.Digit(next) < 0 && Numeral.Scale(next) == 0 && !Numeral.IsSome(next) && next is not (' ' or '\t');

    public static bool TryUnit(ReadOnlySpan<char> text, int at, out TimeUnit unit, out int end)
    {
        bool found = UnitNames.TryFind(text, at, out string value, out end);
        unit = found ? TimeUnits.Named(value) : TimeUnit.None;
        return found;
    }

    public static bool TryDayPart(ReadOnlySpan<char> text, int at, out DayPart part, out int end)
    {
        bool found = DayPartNames.TryFind(text, at, out string value, out end);
        part = !found ? DayPart.Morning : DayPart.Find(value) ?? EarlyMorning;
        return found;
    }

    /// <summary>"三点一刻": 点 is the hour's word here and no decimal point.</summary>
    private static bool TryWithoutPoint(ReadOnlySpan<char> text, int at, out int value, out int end)
    {
        int point = at;
        while (point < text.Length && !Numeral.IsPoint(text[point]))
            point++;
        bool read = CardinalGrammar.TryRead(text[..point], at, out NumberReading number);
        value = (int)Math.Min(number.Value, 99999);
        end = number.End;
        return read && number.Shape == NumberShape.Integer;
    }
}
