using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Ranges by their two ends: "from may to september", "nov 18-dec 19, 2015", "between jan 2019 and now", "9 to 12 of june", "2 weeks starting may 20th".</summary>
internal static class RangeGrammar
{
    private const int LongestEnd = 24;

    public static bool TryRead(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if ((u.Hints & Hints.Begins) != 0 && TryDurationFrom(u, start, out reading))
            return true;
        if (!HasConnector(u, start))
            return false;
        if (TryDaysOfMonth(u, start, out reading) || DayRangeGrammar.TryRead(u, start, out reading))
            return true;
        bool between = u.Word(start).Term == Term.Between;
        bool within = u.Word(start).Term is Term.In or Term.During;
        int at = between || within || u.Word(start).Term == Term.From ? start + 1 : start;
        if (within && !YearGrammar.TryRead(u, at, out _, out _) || !RangeEnd.TryRead(u, at, at > start, out RangeEnd first) || !TimeSpanGrammar.IsConnector(u, first.End, between))
            return false;
        int second = first.End + 1;
        if (TryDayOnly(u, first, second, out reading))
            return true;
        if (first.Reading.Kind == ReadingKind.DateTime && first.Reading.Timex is null && ClockGrammar.TryRead(u, second, true, out Clock clock, out int end)
            && !DayGrammar.TryRead(u, u.IsSymbol(end, ',') || u.Word(end).Term is Term.On ? end + 1 : end, out _, out _))
            return TryUntilClock(first.Reading, clock, end, out reading);
        return RangeEnd.TryRead(u, second, true, out RangeEnd last) && (!within || first.IsYear && last.IsYear) && TryJoin(u, first, last, out reading);
    }

    /// <summary>A cheap look whether anything ahead can join two ends.</summary>
    private static bool HasConnector(in Utterance u, int start)
    {
        int end = Math.Min(u.Count, start + LongestEnd);
        for (int at = start + 1; at < end; at++)
        {
            if (TimeSpanGrammar.IsConnector(u, at, true))
                return true;
        }

        return false;
    }

    private static bool TryJoin(in Utterance u, RangeEnd first, RangeEnd last, out Reading reading)
    {
        reading = default;
        ReadingKind one = first.Reading.Kind, two = last.Reading.Kind;
        if (one == ReadingKind.Time && two == ReadingKind.Time)
            return false;
        if (one is ReadingKind.Date && two is ReadingKind.Date)
        {
            int end = last.End;
            RangeEnd.ShareYear(u, ref first, ref last, ref end);
            RangeEnd.ShareWeek(u, ref first, ref last);
            reading = Combination.DateRange(first.Reading, last.Reading, RangeEnd.Length(first, last), end);
            return reading.FutureStart <= reading.FutureEnd;
        }

        Reading from = first.Reading, to = last.Reading;
        if (one == ReadingKind.Time)
            from = OnDayOf(from, to);
        if (two == ReadingKind.Time)
            to = OnDayOf(to, from);
        if (from.Kind != ReadingKind.DateTime || to.Kind != ReadingKind.DateTime)
            return TryMixed(first, last, out reading);
        reading = Combination.Moments(from, to, last.End);
        return true;
    }

    /// <summary>"between jan 22 and now": a day and the present make a range of days.</summary>
    private static bool TryMixed(RangeEnd first, RangeEnd last, out Reading reading)
    {
        Reading from = first.Reading.Timex == Timex.Now ? Reading.OfDay(Day.Exact(first.Reading.FutureStart), first.End) : first.Reading;
        Reading to = last.Reading.Timex == Timex.Now ? Reading.OfDay(Day.Exact(last.Reading.FutureStart), last.End) : last.Reading;
        reading = Combination.DateRange(from, to, null, last.End);
        return from.Kind == ReadingKind.Date && to.Kind == ReadingKind.Date && reading.FutureStart <= reading.FutureEnd;
    }

    private static Reading OnDayOf(in Reading time, in Reading moment)
    {
        if (moment.Timex is null)
            return Reading.OfMoment(moment.AsDay, time.StartClock, time.End);
        return Reading.OfMoment(Day.Exact(moment.FutureStart), time.StartClock.Certain, time.End);
    }

    private static bool TryUntilClock(in Reading first, Clock clock, int end, out Reading reading)
    {
        Reading times = Combination.TimeRange(first.StartClock, clock, end);
        reading = Combination.OnDay(first.AsDay, times, end);
        return first.Timex is null;
    }

    /// <summary>The last day of a range whose first is "april ninth": "through the 17th".</summary>
    private static bool TryDayOnly(in Utterance u, RangeEnd first, int at, out Reading reading)
    {
        reading = default;
        if (first.Reading.Kind != ReadingKind.Date || first.IsMonth || !first.IsMonthDay || !IsDayNumber(u, at, out int number, out int end))
            return false;
        if (u.Word(end).Month > 0 || u.Word(end).Term is Term.Of || u.SymbolAt(end) is '/' or '-' or ':' || ClockGrammar.TryMeridiem(u, end, out _, out _))
            return false;
        int month = first.Reading.FutureStart.Month;
        int yearAt = u.SymbolAt(end) == ',' ? end + 1 : end;
        bool year = YearGrammar.TryRead(u, yearAt, out int named, out int after);
        if (!Calendar.IsMonthDay(month, number))
            return false;
        if (!first.IsCertain && !year)
        {
            Reading last = Reading.OfDay(Day.OfYear(month, number, u.Reference), end);
            reading = Combination.DateRange(first.Reading, last, null, end);
            return true;
        }

        int of = year ? named : first.Reading.FutureStart.Year;
        return TryExact(of, month, first.Reading.FutureStart.Day, number, year ? after : end, out reading);
    }

    public static bool IsDayNumber(in Utterance u, int at, out int number, out int end)
    {
        int day = u.Word(at).Term == Term.The ? at + 1 : at;
        return MonthDayGrammar.TryDayNumber(u, day, out number, out end, out _);
    }

    public static bool TryExact(int year, int month, int first, int last, int end, out Reading reading)
    {
        reading = default;
        if (!Calendar.IsDate(year, month, first) || !Calendar.IsDate(year, month, last))
            return false;
        Reading from = Reading.OfDay(Day.Exact(new DateTime(year, month, first)), end);
        reading = Combination.DateRange(from, Reading.OfDay(Day.Exact(new DateTime(year, month, last)), end), null, end);
        return true;
    }

    /// <summary>"9 to 12 of june", "from 4-23 in next month", "from ninth till seventeenth of april 2020".</summary>
    private static bool TryDaysOfMonth(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        bool between = u.Word(start).Term == Term.Between;
        int at = between || u.Word(start).Term == Term.From ? start + 1 : start;
        if (u.Word(at).Month > 0 || !IsDayNumber(u, at, out int first, out int end) || !TimeSpanGrammar.IsConnector(u, end, between) || !IsDayNumber(u, end + 1, out int last, out end))
            return false;
        int of = u.Word(end).Term is Term.Of or Term.In || u.SymbolAt(end) == ',' ? end + 1 : end;
        if (Direction.TryRead(u, of, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Month && !u.Word(direction.End).IsPlural)
        {
            DateTime month = TimeUnits.AddMonths(Calendar.FirstOfMonth(u.Reference.Year, u.Reference.Month), direction.Steps);
            return TryExact(month.Year, month.Month, first, last, direction.End + 1, out reading);
        }

        int named = u.Word(of).Month;
        if (named == 0 || !Calendar.IsMonthDay(named, first) || !Calendar.IsMonthDay(named, last))
            return false;
        end = of + 1;
        int yearAt = u.SymbolAt(end) == ',' || u.Word(end).Term is Term.Of or Term.In ? end + 1 : end;
        if (YearGrammar.TryRead(u, yearAt, out int year, out int after))
            return TryExact(year, named, first, last, after, out reading);
        Reading from = Reading.OfDay(Day.OfYear(named, first, u.Reference), end);
        reading = Combination.DateRange(from, Reading.OfDay(Day.OfYear(named, last, u.Reference), end), null, end);
        return true;
    }

    /// <summary>"2 weeks starting may 20th", "a day starting this friday at 5 pm".</summary>
    private static bool TryDurationFrom(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int length = u.Word(start).Term == Term.For ? start + 1 : start;
        if (!DurationGrammar.TryRead(u, length, out Duration duration, out int at))
            return false;
        at = u.IsSymbol(at, ',') ? at + 1 : at;
        if (u.Word(at).Term != (length > start ? Term.From : Term.Starting) || length > start && duration.IsOfDay)
            return false;
        at = u.Word(at + 1).Term is Term.On or Term.From ? at + 2 : at + 1;
        if (!MomentGrammar.TryRead(u, at, out Reading from) || from.Kind is not (ReadingKind.Date or ReadingKind.DateTime))
            return false;
        DateTime moment = from.PastStart;
        bool exact = from.Kind == ReadingKind.DateTime || duration.IsOfDay;
        reading = Combination.Span(moment, duration.From(moment, 1), duration.ToTimex(), exact, from.End);
        return true;
    }
}
