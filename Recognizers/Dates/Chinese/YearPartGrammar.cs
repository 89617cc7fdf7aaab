namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>What stands behind a year, or means this one: 上半年, 第三季度, 第一周, 第九个月.</summary>
internal static class YearPartGrammar
{
    public static bool TryHalf(ReadOnlySpan<char> text, int at, int year, out Period period, out int end)
    {
        period = default;
        end = at + 3;
        bool counter = Vocabulary.At(text, at + 1) is '个';
        int half = counter ? at + 2 : at + 1;
        char which = Vocabulary.At(text, at);
        if (which is not ('上' or '下' or '前' or '后') || Vocabulary.At(text, half) != '半' || Vocabulary.At(text, half + 1) != '年')
            return false;
        end = half + 2;
        period = Period.OfMonths(Calendar.FirstOfMonth(year, which is '上' or '前' ? 1 : 7), 6);
        return true;
    }

    public static bool TryQuarter(ReadOnlySpan<char> text, int at, int year, out Period period, out int end)
    {
        period = default;
        end = at;
        int number = Vocabulary.At(text, at) == '第' ? at + 1 : at;
        if (!Vocabulary.TryInteger(text, number, out int quarter, out end) || quarter is < 1 or > 4)
            return false;
        end = number > at && Vocabulary.At(text, end) is '个' ? end + 1 : end;
        if (Vocabulary.At(text, end) != '季' || Vocabulary.At(text, end + 1) != '度')
            return false;
        end += 2;
        int month = 3 * quarter - 2;
        period = Period.OfMonths(Calendar.FirstOfMonth(year, month), 3);
        return true;
    }

    public static bool TryWeek(ReadOnlySpan<char> text, int at, int year, out Period period, out int end)
    {
        period = default;
        if (!WeekdayGrammar.TryNth(text, at, out int nth, out end) || !Vocabulary.Weeks.TryFind(text, end, out end))
            return false;
        int weeks = System.Globalization.ISOWeek.GetWeeksInYear(Math.Clamp(year, 1, 9998));
        period = English.WeekPeriodGrammar.OfYear(year, text[at] == '最' ? weeks : nth);
        return true;
    }

    /// <summary>2018年10月, 明年第九个月.</summary>
    public static bool TryMonth(ReadOnlySpan<char> text, int at, int year, out Period period, out int end)
    {
        period = default;
        if (!DayGrammar.TryMonth(text, at, out int month, out end))
        {
            if (!WeekdayGrammar.TryNth(text, at, out month, out end) || Vocabulary.At(text, end) != '月' || month > 12)
                return false;
            month = text[at] == '最' ? 12 : month;
            end++;
        }

        period = Period.OfMonth(year, month);
        return true;
    }
}
