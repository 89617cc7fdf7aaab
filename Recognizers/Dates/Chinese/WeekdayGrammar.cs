using SupportBot.Recognizers.Numbers.Chinese;

namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Days by their weekday: 周三, 下周二, 上上個週三, 四月的最后一个星期一, 下个月第二个周五.</summary>
internal static class WeekdayGrammar
{
    private const int LastOne = 5;

    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end)
    {
        if (TryNthOfMonth(text, start, reference, out day, out end))
            return true;
        bool directed = Vocabulary.Directions.TryNumber(text, start, out int steps, out int at) || TryLast(text, start, out steps, out at);
        at = directed ? Vocabulary.SkipOf(text, at) : at;
        if (!TryWeekday(text, directed ? at : start, out int weekday, out end))
            return false;
        day = directed
            ? Day.Exact(TimeUnits.AddDays(Calendar.OfWeek(reference, weekday), 7 * steps))
            : Day.OfWeek(weekday, reference);
        return true;
    }

    /// <summary>最后一个周五: the last one.</summary>
    private static bool TryLast(ReadOnlySpan<char> text, int start, out int steps, out int end)
    {
        steps = -1;
        return TryNth(text, start, out int nth, out end) && nth == LastOne && text[start] == '最';
    }

    /// <summary>周一 to 周日, 星期天; 周 alone with 末 or a number of weeks is none.</summary>
    public static bool TryWeekday(ReadOnlySpan<char> text, int start, out int weekday, out int end)
    {
        weekday = 0;
        if (!Vocabulary.Weeks.TryFind(text, start, out end))
            return false;
        char c = Vocabulary.At(text, end);
        weekday = c is '日' or '天' ? 7 : Numeral.Digit(c);
        end++;
        bool another = Vocabulary.Weeks.TryFind(text, end, out int behind) && (Numeral.Digit(Vocabulary.At(text, behind)) > 0 || Vocabulary.At(text, behind) is '日' or '天');
        bool continues = !another && (Vocabulary.At(text, end) is '年' or '月' or '天' or '个' or '十' || Vocabulary.TryUnit(text, end, out _, out _));
        return weekday is >= 1 and <= 7 && !Numeral.IsPair(c) && !(continues && weekday < 7);
    }

    private static bool TryNthOfMonth(ReadOnlySpan<char> text, int start, DateTime reference, out Day day, out int end)
    {
        day = default;
        bool hasYear = YearGrammar.TryRead(text, start, reference, out int year, out int at);
        at = hasYear ? Vocabulary.SkipOf(text, at) : start;
        bool relative = DayGrammar.TryRelativeMonth(text, at, reference, out int monthYear, out int month, out end);
        if (!relative && !DayGrammar.TryMonth(text, at, out month, out end))
            return false;
        if (!TryNthWeekday(text, Vocabulary.SkipOf(text, end), out int nth, out int weekday, out end))
            return false;
        string tail = $"-{month:D2}-WXX-{weekday}-#{nth}";
        if (hasYear || relative)
        {
            DateTime date = Calendar.NthWeekday(relative ? monthYear : year, month, weekday, nth);
            day = new Day((relative ? "XXXX" : Timex.Year(year)) + tail, date, date);
            return true;
        }

        DateTime thisYear = Calendar.NthWeekday(reference.Year, month, weekday, nth);
        DateTime past = thisYear >= reference ? Calendar.NthWeekday(reference.Year - 1, month, weekday, nth) : thisYear;
        DateTime future = thisYear < reference ? Calendar.NthWeekday(reference.Year + 1, month, weekday, nth) : thisYear;
        day = new Day("XXXX" + tail, past, future);
        return true;
    }

    /// <summary>第一个周五, 最后一个星期天.</summary>
    public static bool TryNthWeekday(ReadOnlySpan<char> text, int start, out int nth, out int weekday, out int end)
    {
        weekday = 0;
        return TryNth(text, start, out nth, out end) && TryWeekday(text, end, out weekday, out end);
    }

    /// <summary>第一个, 最后一个; 5 stands for the last.</summary>
    public static bool TryNth(ReadOnlySpan<char> text, int start, out int nth, out int end)
    {
        nth = LastOne;
        end = start + 2;
        if (text[Math.Min(start, text.Length)..].StartsWith("最后"))
            end = Vocabulary.At(text, end) == '一' ? end + 1 : end;
        else if (Vocabulary.At(text, start) != '第' || !Vocabulary.TryInteger(text, start + 1, out nth, out end))
            return false;
        end = Vocabulary.At(text, end) is '个' ? end + 1 : end;
        return nth is >= 1 and <= 53;
    }
}
