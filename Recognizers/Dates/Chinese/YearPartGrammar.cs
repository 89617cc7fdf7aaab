namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>What stands behind a year, or means this one: 上半年, 第三季度, 第一周, 第九个月, 最后4个月, 前两周.</summary>
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

    /// <summary>前三个月, 最后4个月: counted from the year's beginning or end.</summary>
    public static bool TryFirstOrLast(ReadOnlySpan<char> text, int at, int year, out Period period, out int end)
    {
        period = default;
        end = at;
        ReadOnlySpan<char> rest = text[Math.Min(at, text.Length)..];
        bool last = rest.StartsWith("最后");
        if (!last && !rest.StartsWith("前") || !DurationGrammar.TryPart(text, Vocabulary.Skip(text, last ? at + 2 : at + 1), out double count, out TimeUnit unit, out end))
            return false;
        if (unit is not (TimeUnit.Month or TimeUnit.Week or TimeUnit.Day) || count is < 1 or > 366 || count != Math.Floor(count))
            return false;
        Duration length = Duration.Of(count, unit);
        DateTime from = unit == TimeUnit.Week ? English.WeekPeriodGrammar.OfYear(year, 1).FutureStart : Calendar.FirstOfYear(year);
        DateTime to = unit == TimeUnit.Week ? English.WeekPeriodGrammar.OfYear(year + 1, 1).FutureStart : Calendar.FirstOfYear(year + 1);
        (from, to) = last ? (length.From(to, -1), to) : (from, length.From(from, 1));
        period = Period.Exact(Timex.Range(Timex.Date(from), Timex.Date(to), length.ToTimex()), from, to);
        return true;
    }
}
