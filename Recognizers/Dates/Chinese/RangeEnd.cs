namespace SupportBot.Recognizers.Dates.Chinese;

/// <summary>One end of a Chinese range: a day, a month, a year, a moment, a time.</summary>
internal struct RangeEnd
{
    public Reading Reading;
    public int End;
    public bool IsMonth;
    public bool IsYear;
    public bool HasYear;
    public int Year;

    public static bool TryRead(ReadOnlySpan<char> text, int start, DateTime reference, out RangeEnd end)
    {
        end = default;
        bool hasYear = YearGrammar.TryRead(text, start, reference, out int year, out _);
        if (MomentGrammar.TryRead(text, start, reference, out Reading point) && point.Kind is ReadingKind.Date or ReadingKind.DateTime or ReadingKind.Time)
        {
            end = new RangeEnd { Reading = point, End = point.End, HasYear = hasYear, Year = year };
            return true;
        }

        if (point.Kind == ReadingKind.DateTimeRange && DayGrammar.TryRead(text, start, reference, out Day day, out int dayEnd, out _))
        {
            end = new RangeEnd { Reading = Reading.OfDay(day, dayEnd), End = dayEnd, HasYear = hasYear, Year = year };
            return true;
        }

        if (!PeriodGrammar.TryRead(text, start, reference, out Reading whole) || whole.Kind != ReadingKind.DateRange || whole.FutureStart == default)
            return false;
        end = OfPeriod(whole);
        (end.HasYear, end.Year) = (hasYear, year);
        return true;
    }

    /// <summary>The second end, which may leave out the year, the month or the part of the day that the first one said.</summary>
    public static bool TrySecond(ReadOnlySpan<char> text, int start, DateTime reference, in RangeEnd first, out RangeEnd end)
    {
        if (first.Reading.Kind == ReadingKind.Date && !first.IsMonth && DayGrammar.TryNumber(text, start, out int number, out int after))
            return TryDayOnly(first, number, after, reference, out end);
        if (!TryRead(text, start, reference, out end))
            return false;
        ShareWeek(first, ref end);
        if (first.HasYear && !end.HasYear && !end.IsYear && end.Reading.Kind == ReadingKind.Date && end.Reading.PastStart != end.Reading.FutureStart)
            end.Reading = InYear(end.Reading, first.Year, first.Reading.FutureStart);
        ShareHalfOfDay(first, ref end);
        if (end.Reading is { Kind: ReadingKind.Time, IsAmbiguous: true } && first.Reading.StartClock is { IsNone: false, IsAmbiguous: false } clock)
            end.Reading = Reading.OfClock(clock.Hour >= 12 && end.Reading.StartClock.Hour < 12 ? end.Reading.StartClock.InAfternoon : end.Reading.StartClock, end.End);
        return true;
    }

    /// <summary>从昨天下午两点到昨天四点: on one day the second hour is of the afternoon too.</summary>
    private static void ShareHalfOfDay(in RangeEnd first, ref RangeEnd last)
    {
        bool sameDay = last.Reading is { Kind: ReadingKind.DateTime, IsAmbiguous: true } && last.Reading.StartDay == first.Reading.StartDay;
        if (sameDay && first.Reading is { Kind: ReadingKind.DateTime, IsAmbiguous: false } && last.Reading.FutureStart <= first.Reading.FutureStart)
            last.Reading = Reading.OfMoment(last.Reading.AsDay, last.Reading.StartClock.InAfternoon, last.End);
    }

    /// <summary>下周一到周三: the first such weekday after the beginning.</summary>
    private static void ShareWeek(in RangeEnd first, ref RangeEnd last)
    {
        DateTime start = first.Reading.FutureStart;
        bool weekday = last.Reading.Kind == ReadingKind.Date && (last.Reading.StartDay?.StartsWith("XXXX-WXX-", StringComparison.Ordinal) ?? false);
        if (!weekday || first.Reading.Kind != ReadingKind.Date || first.Reading.PastStart != start)
            return;
        int days = (Calendar.Weekday(last.Reading.FutureStart) - Calendar.Weekday(start) + 7) % 7;
        last.Reading = Reading.OfDay(Day.Exact(TimeUnits.AddDays(start, days)), last.End);
    }

    /// <summary>The length in whole months or years, or null for days.</summary>
    public static string? Length(in RangeEnd first, in RangeEnd last)
    {
        if (!first.IsMonth && !first.IsYear || !last.IsMonth && !last.IsYear)
            return null;
        DateTime from = first.Reading.FutureStart, to = last.Reading.FutureStart;
        int months = (to.Year - from.Year) * 12 + to.Month - from.Month;
        months = months < 0 ? months + 12 : months % 12 == 0 || last.HasYear || first.IsYear ? months : months % 12;
        return first.IsYear && last.IsYear ? Timex.Duration(months / 12, TimeUnit.Year) : Timex.Duration(months, TimeUnit.Month);
    }

    private static bool TryDayOnly(in RangeEnd first, int number, int after, DateTime reference, out RangeEnd end)
    {
        DateTime date = first.Reading.FutureStart;
        end = default;
        bool certain = first.Reading.PastStart == date;
        if (date == default || !Calendar.IsDate(date.Year, date.Month, number))
            return false;
        bool dayOnly = first.Reading.StartDay?.StartsWith("XXXX-XX", StringComparison.Ordinal) ?? false;
        Day day = certain ? Day.Exact(new DateTime(date.Year, date.Month, number))
            : dayOnly ? Day.OfMonth(number, reference) : Day.OfYear(date.Month, number, reference);
        end = new RangeEnd { Reading = Reading.OfDay(day, after), End = after };
        return true;
    }

    private static Reading InYear(in Reading day, int year, DateTime first)
    {
        DateTime date = day.FutureStart;
        if (!Calendar.IsDate(year, date.Month, date.Day))
            return day;
        DateTime same = new(year, date.Month, date.Day);
        return Reading.OfDay(Day.Exact(same < first && year < 9998 ? same.AddYears(1) : same), day.End);
    }

    private static RangeEnd OfPeriod(in Reading whole)
    {
        bool certain = whole.PastStart == whole.FutureStart;
        string day = Timex.Day(whole.FutureStart, certain);
        return new RangeEnd
        {
            Reading = Reading.OfDay(new Day(day, whole.PastStart, whole.FutureStart), whole.End),
            End = whole.End,
            IsYear = whole.Timex is { Length: 4 },
            IsMonth = whole.Timex is { Length: 7 },
        };
    }
}
