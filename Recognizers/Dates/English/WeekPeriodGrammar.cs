using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Weeks and weekends by number or by what they hold: "week 10", "the last week of july", "weekend of halloween".</summary>
internal static class WeekPeriodGrammar
{
    public static bool TryRead(in Utterance u, int start, out Period period, out int end) =>
        TryNumbered(u, start, out period, out end) || TryNth(u, start, out period, out end)
        || TryHolding(u, start, out period, out end) || TryHolidayWeekend(u, start, out period, out end);

    private static bool TryNumbered(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        end = start + 2;
        if (u.Word(start).Unit != TimeUnit.Week || u.Word(start).IsPlural || !u.IsDigits(start + 1, 2) || u[start + 1].Value is < 1 or > 53)
            return false;
        int week = (int)u[start + 1].Value;
        int next = u.Word(end).Term is Term.Of or Term.In ? end + 1 : end;
        int year = YearGrammar.TryRead(u, next, out int named, out int after) ? named : u.Reference.Year;
        end = named > 0 && year == named ? after : end;
        period = OfYear(year, week);
        return !u.IsGlued(start + 2) || u[start + 2].Kind == TokenKind.Symbol;
    }

    /// <summary>Week 1 holds the year's first Thursday, as ISO 8601 has it.</summary>
    public static Period OfYear(int year, int week)
    {
        DateTime monday = TimeUnits.AddDays(Calendar.OfWeek(Calendar.FirstOfYear(year).AddDays(3), 1), 7 * (week - 1));
        return Period.Exact($"{year:D4}-W{week:D2}", monday, TimeUnits.AddDays(monday, 7));
    }

    private static bool TryNth(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        if (!WeekdayGrammar.TryNth(u, at, out int nth, out int week, out end))
            return false;
        bool of = u.Word(week + 1).Term is Term.Of or Term.In;
        if (u.Word(week).Unit != TimeUnit.Week || !of && nth == 5)
            return false;
        end = of ? week + 2 : week + 1;
        int behind = end;
        end = u.Word(end).Term == Term.The ? end + 1 : end;
        if (YearGrammar.TryRead(u, end, out int year, out int after) || TryDirectedYear(u, end, out year, out after))
        {
            end = after;
            period = nth == 5 ? LastOfYear(year) : OfYear(year, nth);
            return true;
        }

        return MonthPeriodGrammar.TryRead(u, end, out Period month, out end) ? TryOfMonth(month, nth, u.Reference, out period)
            : TryDirectedMonth(u, behind, out month, out end) && TryOfMonth(month, nth, u.Reference, out period);
    }

    private static bool TryDirectedYear(in Utterance u, int at, out int year, out int end)
    {
        bool directed = Direction.TryRead(u, at, out Direction direction);
        int unit = directed ? direction.End : at;
        year = u.Reference.Year + direction.Steps;
        end = unit + 1;
        return u.Word(unit).Unit == TimeUnit.Year && !u.Word(unit).IsPlural && (directed || u.Word(at - 1).Term == Term.The);
    }

    private static bool TryDirectedMonth(in Utterance u, int at, out Period month, out int end)
    {
        if (u.Word(at).Term == Term.The && u.Word(at + 1).Unit == TimeUnit.Month && !u.Word(at + 1).IsPlural)
        {
            month = Period.OfMonth(u.Reference.Year, u.Reference.Month);
            end = at + 2;
            return true;
        }

        bool read = Direction.TryRead(u, at, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Month;
        DateTime first = TimeUnits.AddMonths(Calendar.FirstOfMonth(u.Reference.Year, u.Reference.Month), direction.Steps);
        month = Period.OfMonth(first.Year, first.Month);
        end = direction.End + 1;
        return read;
    }

    private static Period LastOfYear(int year)
    {
        int weeks = System.Globalization.ISOWeek.GetWeeksInYear(Math.Clamp(year, 1, 9998));
        return OfYear(year, weeks);
    }

    /// <summary>A month's week belongs to it by its Thursday; the first one of a month is W01. In no particular year: the last and the next such week.</summary>
    public static bool TryOfMonth(Period month, int nth, DateTime reference, out Period period)
    {
        DateTime past = WeekOfMonth(month.PastStart, nth), future = WeekOfMonth(month.FutureStart, nth);
        if (past != future && future < reference)
            (past, future) = (future, WeekOfMonth(TimeUnits.AddMonths(month.FutureStart, 12), nth));
        else if (past >= reference && past != future)
            (past, future) = (WeekOfMonth(TimeUnits.AddMonths(month.PastStart, -12), nth), past);
        period = new Period($"{month.Timex}-W{nth:D2}", past, TimeUnits.AddDays(past, 7), future, TimeUnits.AddDays(future, 7));
        return month.FutureStart != default;
    }

    private static DateTime WeekOfMonth(DateTime first, int nth)
    {
        const int Thursday = 4;
        if (nth == 5)
        {
            DateTime last = TimeUnits.AddDays(TimeUnits.AddMonths(first, 1), -1);
            return Calendar.OfWeek(Calendar.Weekday(last) < Thursday ? TimeUnits.AddDays(last, -7) : last, 1);
        }

        DateTime monday = Calendar.OfWeek(first, 1);
        bool belongs = Calendar.Weekday(first) <= Thursday;
        return TimeUnits.AddDays(monday, 7 * (belongs ? nth - 1 : nth));
    }

    /// <summary>"the week of february 4", "the week starting on february 4", "week of christmas": the week of that day.</summary>
    private static bool TryHolding(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        TimeUnit unit = u.Word(at).Unit;
        end = at + 2;
        if (u.IsWord(at, "w") && u.IsSymbol(at + 1, '/') && u.IsWord(at + 2, "c"))
            return TryWeekOfDay(u, at + 3, out period, out end);
        if (unit is not (TimeUnit.Week or TimeUnit.Weekend) || u.Word(at).IsPlural)
            return false;
        bool starting = u.Word(at + 1).Term == Term.Starting || u.TextOf(at + 1) is "beginning" or "commencing";
        if (u.Word(at + 1).Term != Term.Of && !starting)
            return false;
        end = u.Word(end).Term == Term.On ? end + 1 : end;
        if (unit == TimeUnit.Week)
            return TryWeekOfDay(u, end, out period, out end);
        bool read = DayGrammar.TryRead(u, end, out Day day, out end);
        period = read ? Weekend(day) : default;
        return read;
    }

    /// <summary>The week of a day, which may be only "the 18th" here.</summary>
    private static bool TryWeekOfDay(in Utterance u, int start, out Period period, out int end)
    {
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        bool read = DayGrammar.TryRead(u, start, out Day day, out end) || DayGrammar.TryRead(u, at, out day, out end);
        if (!read && MonthDayGrammar.TryDayNumber(u, at, out int number, out end, out bool ordinal) && ordinal)
            (read, day) = (true, Day.OfMonth(number, u.Reference));
        period = read ? Holding(day) : default;
        return read;
    }

    private static Period Holding(Day day)
    {
        DateTime past = Calendar.OfWeek(day.Past, 1), future = Calendar.OfWeek(day.Future, 1);
        return new Period(day.Timex, past, TimeUnits.AddDays(past, 7), future, TimeUnits.AddDays(future, 7));
    }

    private static Period Weekend(Day day)
    {
        (DateTime pastStart, DateTime pastEnd) = WeekendOf(day.Past);
        (DateTime futureStart, DateTime futureEnd) = WeekendOf(day.Future);
        return new Period(Timex.Weekend(pastStart), pastStart, pastEnd, futureStart, futureEnd, null, Timex.Weekend(futureStart));
    }

    /// <summary>A holiday on a Thursday or Friday, Monday or Tuesday, lengthens its weekend.</summary>
    private static (DateTime Start, DateTime End) WeekendOf(DateTime day)
    {
        int weekday = Calendar.Weekday(day);
        if (weekday is 1 or 2)
            return (TimeUnits.AddDays(Calendar.OfWeek(day, 6), -7), TimeUnits.AddDays(day, 1));
        DateTime saturday = Calendar.OfWeek(day, 6);
        return (weekday is 4 or 5 ? day : saturday, TimeUnits.AddDays(saturday, 2));
    }

    /// <summary>"halloween weekend 2021".</summary>
    private static bool TryHolidayWeekend(in Utterance u, int start, out Period period, out int end)
    {
        period = default;
        end = start;
        if (u.Word(start).Weekday > 0 || u.Word(start).Month > 0 || u.IsDigits(start))
            return false;
        if (!NamedDayGrammar.TryRead(u, start, out Day day, out int at) || u.Word(at).Unit != TimeUnit.Weekend)
            return false;
        end = at + 1;
        if (YearGrammar.TryRead(u, end, out int year, out int after))
        {
            day = Day.Exact(new DateTime(year, day.Future.Month, day.Future.Day));
            end = after;
        }

        period = Weekend(day);
        return true;
    }
}
