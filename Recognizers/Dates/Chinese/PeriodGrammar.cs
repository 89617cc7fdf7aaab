namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Ranges of days as one phrase: 明年, 2018年10月, 下下周末, 去年上半年, 过去十年, 九十年代, 2021年的第一周, 今年夏天.</summary>
internal static class PeriodGrammar
{
    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (TryCounted(text, start, reference, out reading))
            return true;
        if (!TryOfYear(text, start, reference, out Period period, out int end) && !TryDirected(text, start, reference, out period, out end)
            && !TryDecade(text, start, out period, out end) && !TryMonth(text, start, reference, out period, out end)
            && !TryWeekOfMonth(text, start, reference, out period, out end))
            return false;
        reading = Reading.OfPeriod(period, end);
        return true;
    }

    /// <summary>A year and what may stand in it: a half, a quarter, a month, a week, a season; or half-years and quarters alone.</summary>
    private static bool TryOfYear(ReadOnlySpan<char> text, int start, DateTime reference, out Period period, out int end)
    {
        bool hasYear = YearGrammar.TryRead(text, start, reference, out int year, out end);
        year = hasYear ? year : reference.Year;
        int at = hasYear ? Vocabulary.SkipOf(text, end) : start;
        if (TryHalf(text, at, year, hasYear, out period, out int after) || TryQuarter(text, at, year, hasYear, reference, out period, out after))
        {
            end = after;
            return true;
        }

        if (hasYear && (TryWeek(text, at, year, out period, out after) || TryMonthOf(text, at, year, out period, out after)))
        {
            end = after;
            return true;
        }

        if (Vocabulary.Seasons.TryFind(text, at, out string season, out after) && (hasYear || after - at > 1))
        {
            period = new Period(hasYear ? Timex.Year(year) + "-" + season : season, default, default, default, default);
            end = after;
            return true;
        }

        period = Period.OfYear(year);
        if (hasYear && Vocabulary.At(text, end) == '度')
            end++;
        return hasYear;
    }

    private static bool TryHalf(ReadOnlySpan<char> text, int at, int year, bool hasYear, out Period period, out int end)
    {
        period = default;
        end = at + 3;
        bool counter = Vocabulary.At(text, at + 1) is '个' or '個';
        int half = counter ? at + 2 : at + 1;
        char which = Vocabulary.At(text, at);
        if (which is not ('上' or '下' or '前' or '后') || Vocabulary.At(text, half) != '半' || Vocabulary.At(text, half + 1) != '年')
            return false;
        end = half + 2;
        period = Period.OfMonths(Calendar.FirstOfMonth(year, which is '上' or '前' ? 1 : 7), 6);
        return which is '上' or '下' || hasYear;
    }

    private static bool TryQuarter(ReadOnlySpan<char> text, int at, int year, bool hasYear, DateTime reference, out Period period, out int end)
    {
        period = default;
        end = at;
        int number = Vocabulary.At(text, at) == '第' ? at + 1 : at;
        if (!Vocabulary.TryInteger(text, number, out int quarter, out end) || quarter is < 1 or > 4)
            return false;
        end = Vocabulary.At(text, end) is '个' or '個' ? end + 1 : end;
        if (Vocabulary.At(text, end) != '季' || Vocabulary.At(text, end + 1) != '度')
            return false;
        end += 2;
        int month = 3 * quarter - 2;
        period = hasYear ? Period.OfMonths(Calendar.FirstOfMonth(year, month), 3) : Period.AnyMonths(month, 3, reference);
        return true;
    }

    private static bool TryWeek(ReadOnlySpan<char> text, int at, int year, out Period period, out int end)
    {
        period = default;
        if (!WeekdayGrammar.TryNth(text, at, out int nth, out end) || !Vocabulary.Weeks.TryFind(text, end, out end))
            return false;
        int weeks = System.Globalization.ISOWeek.GetWeeksInYear(Math.Clamp(year, 1, 9998));
        period = English.WeekPeriodGrammar.OfYear(year, text[at] == '最' ? weeks : nth);
        return true;
    }

    /// <summary>2018年10月, 明年第九个月.</summary>
    private static bool TryMonthOf(ReadOnlySpan<char> text, int at, int year, out Period period, out int end)
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

    private static bool TryMonth(ReadOnlySpan<char> text, int start, DateTime reference, out Period period, out int end)
    {
        bool read = DayGrammar.TryMonth(text, start, out int month, out end) && !(start > 0 && text[start - 1] is '第' or '个');
        period = read ? Period.AnyMonth(month, reference) : default;
        return read;
    }

    /// <summary>下周, 上个月, 这个周末, 下季度.</summary>
    private static bool TryDirected(ReadOnlySpan<char> text, int start, DateTime reference, out Period period, out int end)
    {
        period = default;
        bool directed = Vocabulary.Directions.TryNumber(text, start, out int steps, out int at);
        end = at;
        if (!directed)
        {
            bool weekend = Vocabulary.Weekends.TryFind(text, start, out end);
            period = weekend ? RelativePeriods.Of(TimeUnit.Weekend, 0, reference) : default;
            return weekend;
        }

        TimeUnit unit = TimeUnit.None;
        if (Vocabulary.Weekends.TryFind(text, at, out end))
            unit = TimeUnit.Weekend;
        else if (Vocabulary.Weeks.TryFind(text, at, out end))
            unit = TimeUnit.Week;
        else if (Vocabulary.At(text, at) == '月')
            (unit, end) = (TimeUnit.Month, at + 1);
        else if (text[at..].StartsWith("季度"))
            (unit, end) = (TimeUnit.Quarter, at + 2);
        else if (text[at..].StartsWith("世纪"))
            (unit, end) = (TimeUnit.Century, at + 2);
        else if (Vocabulary.At(text, at) == '年' && at - start > 1)
            (unit, end) = (TimeUnit.Year, at + 1);
        if (unit == TimeUnit.None)
            return false;
        period = RelativePeriods.Of(unit, steps, reference);
        return true;
    }

    /// <summary>过去十年, 前三天, 未来两周, 上个小时.</summary>
    private static bool TryCounted(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (Vocabulary.Counted.TryNumber(text, start, out int backward, out int at))
        {
            at = Vocabulary.SkipOf(text, at);
            bool read = DurationGrammar.TryPart(text, at, out double count, out TimeUnit unit, out int end) && DurationGrammar.TryRead(text, at, out _, out end);
            if (!read || !DurationGrammar.TryRead(text, at, out Duration duration, out end) || text[start] is '近' && start > 0 && text[start - 1] is '最' or '附')
                return false;
            reading = RelativePeriods.Count(duration, count, unit, -backward, reference, end);
            return true;
        }

        if (!Vocabulary.Directions.TryNumber(text, start, out int steps, out at) || !Vocabulary.TryUnit(text, at, out TimeUnit one, out int stop))
            return false;
        if (!TimeUnits.IsOfDay(one) || steps == 0 || text[stop - 1] == '分')
            return false;
        Duration length = Duration.Of(1, one);
        reading = RelativePeriods.Between(reference, length.From(reference, steps), length, stop);
        return true;
    }

    /// <summary>九十年代, 上世纪80年代, 1990年代, 二十世纪.</summary>
    private static bool TryDecade(ReadOnlySpan<char> text, int start, out Period period, out int end)
    {
        period = default;
        end = start;
        int century = 0, at = start;
        if (text[start..].StartsWith("上世纪") || text[start..].StartsWith("上个世纪"))
        {
            century = 1900;
            at = text[start + 1] == '个' ? start + 4 : start + 3;
        }
        else if (Vocabulary.TryInteger(text, start, out int ordinal, out int after) && text[after..].StartsWith("世纪") && ordinal is > 0 and < 40)
        {
            century = (ordinal - 1) * 100;
            at = after + 2;
        }

        at = Vocabulary.SkipOf(text, at);
        if (Vocabulary.TryInteger(text, at, out int decade, out int stop) && text[Vocabulary.Skip(text, stop)..].StartsWith("年代") && decade % 10 == 0)
        {
            end = Vocabulary.Skip(text, stop) + 2;
            period = decade >= 1000 ? Period.OfYears(decade, 10) : century > 0 ? Period.OfYears(century + decade, 10) : English.DecadeGrammar.AnyCentury(decade);
            return decade is < 100 or >= 1000;
        }

        bool whole = century > 0 && text[start] != '上';
        end = at;
        period = whole ? Period.OfYears(century, 100) : default;
        return whole;
    }

    /// <summary>七月的第一周, 下个月最后一周.</summary>
    private static bool TryWeekOfMonth(ReadOnlySpan<char> text, int start, DateTime reference, out Period period, out int end)
    {
        period = default;
        if (!TryMonth(text, start, reference, out Period month, out end) && !TryDirected(text, start, reference, out month, out end))
            return false;
        int at = Vocabulary.SkipOf(text, end);
        if (month.Timex.Contains('W') || !WeekdayGrammar.TryNth(text, at, out int nth, out at) || !Vocabulary.Weeks.TryFind(text, at, out end))
            return false;
        return English.WeekPeriodGrammar.TryOfMonth(month, nth, reference, out period);
    }
}
