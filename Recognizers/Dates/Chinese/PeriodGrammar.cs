namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>Ranges of days as one phrase: 明年, 2018年10月, 下下周末, 去年上半年, 过去十年, 九十年代, 2021年的第一周, 今年夏天.</summary>
internal static class PeriodGrammar
{
    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (TryCounted(text, start, reference, out reading))
            return true;
        if (!TryWeekOfMonth(text, start, reference, out Period period, out int end) && !TryDecade(text, start, out period, out end)
            && !TryOfYear(text, start, reference, out period, out end) && !TryDirected(text, start, reference, out period, out end)
            && !TryMonth(text, start, reference, out period, out end) && !TryDigits(text, start, out period, out end))
        {
            if (!HalfPeriodGrammar.TryRead(text, start, null, reference, out period, out end))
                return PeriodPartGrammar.TryAlone(text, start, reference, out reading);
        }
        else if (HalfPeriodGrammar.TryRead(text, Vocabulary.SkipOf(text, end), period, reference, out Period part, out int after)
            || PeriodPartGrammar.TryFirstOrLast(text, Reading.OfPeriod(period, end), out part, out after))
        {
            (period, end) = (part, after);
        }

        reading = PeriodPartGrammar.WithPart(text, Reading.OfPeriod(period, end));
        return true;
    }

    /// <summary>A year and what may stand in it: a half, a quarter, a month, a week, a season; or half-years and quarters alone.</summary>
    private static bool TryOfYear(ReadOnlySpan<char> text, int start, DateTime reference, out Period period, out int end)
    {
        bool hasYear = YearGrammar.TryRead(text, start, reference, out int year, out end);
        year = hasYear ? year : reference.Year;
        int at = !hasYear ? start : Vocabulary.At(text, end) == '的' ? end + 1 : Vocabulary.SkipOf(text, end);
        if (YearPartGrammar.TryHalf(text, at, year, out period, out int after) || YearPartGrammar.TryQuarter(text, at, year, out period, out after)
            || hasYear && PeriodPartGrammar.TryFirstOrLast(text, Reading.OfPeriod(Period.OfYear(year), end), out period, out after))
        {
            end = after;
            return true;
        }

        if (hasYear && (YearPartGrammar.TryWeek(text, at, year, out period, out after) || YearPartGrammar.TryMonth(text, at, year, out period, out after)))
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

        if (!hasYear && YearGrammar.TryBare(text, start, out year, out end))
            hasYear = true;
        period = Period.OfYear(year);
        if (hasYear && Vocabulary.At(text, end) == '度')
            end++;
        return hasYear;
    }

    private static bool TryMonth(ReadOnlySpan<char> text, int start, DateTime reference, out Period period, out int end)
    {
        bool read = DayGrammar.TryMonth(text, start, out int month, out end) && !(start > 0 && text[start - 1] is '第' or '个');
        period = read ? Period.AnyMonth(month, reference) : default;
        return read;
    }

    private static bool TryYearMonth(ReadOnlySpan<char> text, int start, DateTime reference, out Period period, out int end)
    {
        bool read = YearGrammar.TryRead(text, start, reference, out int year, out end);
        period = default;
        return read && YearPartGrammar.TryMonth(text, Vocabulary.SkipOf(text, end), year, out period, out end);
    }

    /// <summary>2018-05, 5/2018.</summary>
    private static bool TryDigits(ReadOnlySpan<char> text, int start, out Period period, out int end)
    {
        period = default;
        end = start;
        if (start > 0 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '/' or '.') || !Vocabulary.TryInteger(text, start, out int first, out int mark))
            return false;
        if (Vocabulary.At(text, mark) is not ('-' or '/') || !char.IsAsciiDigit(Vocabulary.At(text, mark + 1)) || !Vocabulary.TryInteger(text, mark + 1, out int second, out end))
            return false;
        bool yearFirst = mark - start == 4;
        (int year, int month) = yearFirst ? (first, second) : (second, first);
        char next = Vocabulary.At(text, end);
        bool free = !char.IsAsciiLetterOrDigit(next) && next is not ('-' or '/' or '.' or ':');
        bool read = free && char.IsAsciiDigit(text[start]) && (yearFirst || text[mark] == '/' && end - mark == 5) && year is >= 1500 and <= 2100 && month is >= 1 and <= 12;
        period = read ? Period.OfMonth(year, month) : default;
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
            if (!read || !DurationGrammar.TryRead(text, at, out Duration duration, out end) || start > 0 && text[start - 1] is '最' or '附' or '将' or '接' or '元')
                return false;
            reading = RelativePeriods.Count(duration, count, unit, -backward, reference, end);
            return true;
        }

        if (TrySeveral(text, start, reference, out reading))
            return true;

        if (!Vocabulary.Directions.TryNumber(text, start, out int steps, out at) || !Vocabulary.TryUnit(text, at, out TimeUnit one, out int stop))
            return false;
        if (!TimeUnits.IsOfDay(one) || steps == 0 || text[stop - 1] == '分')
            return false;
        Duration length = Duration.Of(1, one);
        reading = RelativePeriods.Between(reference, length.From(reference, steps), length, stop);
        return true;
    }

    /// <summary>上三个月, 下两周: more than one, as 上一周 is last week.</summary>
    private static bool TrySeveral(ReadOnlySpan<char> text, int start, DateTime reference, out Reading reading)
    {
        reading = default;
        if (Vocabulary.At(text, start) is not ('上' or '下') || start > 0 && text[start - 1] is '一' or '两' or '几' or '上' or '下')
            return false;
        if (!DurationGrammar.TryPart(text, start + 1, out double count, out TimeUnit unit, out int end) || count < 2)
            return false;
        reading = RelativePeriods.Count(Duration.Of(count, unit), count, unit, text[start] == '上' ? -1 : 1, reference, end);
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
        if (!TryYearMonth(text, start, reference, out Period month, out end) && !TryMonth(text, start, reference, out month, out end) && !TryDirected(text, start, reference, out month, out end))
            return false;
        int at = Vocabulary.SkipOf(text, end);
        if (month.Timex.Contains('W') || !WeekdayGrammar.TryNth(text, at, out int nth, out at) || !Vocabulary.Weeks.TryFind(text, at, out end))
            return false;
        return English.WeekPeriodGrammar.TryOfMonth(month, nth, reference, out period);
    }
}
