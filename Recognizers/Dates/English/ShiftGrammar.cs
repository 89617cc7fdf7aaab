using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Points a length of time away: "in 2 weeks", "3 days ago", "two days after tomorrow", "3 minutes from now", "30 min later".</summary>
internal static class ShiftGrammar
{
    public static bool TryRead(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (u.Word(start).Term == Term.In)
            return TryIn(u, start, out reading);
        if (TryWeekdayBefore(u, start, out reading) || TryWeekdays(u, start, out reading))
            return true;
        if (!DurationGrammar.TryRead(u, start, out Duration duration, out int at) || duration.Weekends > 0)
            return false;
        switch (u.Word(at).Term)
        {
            case Term.Ago: return Shift(u.Reference, duration, -1, at + 1, out reading);
            case Term.Later when u.Word(at + 1).Term is not (Term.In or Term.Today) && !IsPeriod(u, at + 1): return Shift(u.Reference, duration, 1, at + 1, out reading);
            case Term.From when u.Word(at + 1).Term == Term.Now: return Shift(u.Reference, duration, 1, at + 2, out reading);
            case Term.From or Term.After: return TryFromDay(u, duration, 1, at + 1, out reading);
            case Term.Before: return TryFromDay(u, duration, -1, at + 1, out reading);
            case Term.Earlier: return Shift(u.Reference, duration, -1, at + 1, out reading);
            default: return u.IsWord(at, "hence") && Shift(u.Reference, duration, 1, at + 1, out reading);
        }
    }

    /// <summary>
    /// "two sundays from now", "3 fridays later": as many weeks on, less one if the day has passed in this week that begins on Sunday.
    /// "Two fridays ago" counts the fridays before today.
    /// </summary>
    private static bool TryWeekdays(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (!u.IsDigits(start, 2) && u.Word(start).Cardinal < 0 || !DurationGrammar.TryCount(u, start, out double count, out int at))
            return false;
        int weekday = u.Word(at).Weekday;
        bool now = u.Word(at + 1).Term == Term.From && u.Word(at + 2).Term == Term.Now;
        bool ago = u.Word(at + 1).Term == Term.Ago;
        if (weekday == 0 || count is < 1 or > 99 || !now && !ago && u.Word(at + 1).Term != Term.Later)
            return false;
        if (ago)
        {
            DateTime last = TimeUnits.AddDays(Day.OfWeek(weekday, u.Reference).Past, -7 * ((int)count - 1));
            reading = Reading.OfDay(Day.Exact(last), at + 2);
            return true;
        }

        int weeks = (int)count - (Calendar.Weekday(u.Reference) % 7 > weekday % 7 ? 1 : 0);
        DateTime day = weeks == 0 ? u.Reference : TimeUnits.AddDays(Calendar.OfWeek(u.Reference, weekday), 7 * weeks);
        reading = Reading.OfDay(Day.Exact(day), now ? at + 3 : at + 2);
        return true;
    }

    /// <summary>"30 minutes later this week": what is later is the week.</summary>
    private static bool IsPeriod(in Utterance u, int at) => Direction.TryRead(u, at, out Direction direction) && u.Word(direction.End).Unit >= TimeUnit.Week;

    private static bool TryIn(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int at = u.Word(start + 1).Term == Term.The && u.Word(start + 2).Term == Term.Next ? start + 3 : start + 1;
        if (!DurationGrammar.TryRead(u, at, out Duration duration, out int end) || at > start + 1)
            return false;
        if (u.Word(end).Term == Term.Since && TrySince(u, duration, end + 1, out reading))
            return true;
        if (u.Word(end).Term == Term.On && u.Word(end + 1).Weekday > 0 && !duration.IsOfDay)
        {
            reading = Reading.OfDay(Day.Exact(OfSundayWeek(duration.From(u.Reference, 1), u.Word(end + 1).Weekday)), end + 2);
            return true;
        }

        return u.Word(start + 1).Term is not (Term.All or Term.The) && Shift(u.Reference, duration, 1, end, out reading);
    }

    /// <summary>"in two years since 2011".</summary>
    private static bool TrySince(in Utterance u, Duration duration, int at, out Reading reading)
    {
        reading = default;
        at = u.Word(at).Term == Term.The ? at + 1 : at;
        return YearPeriodGrammar.TryRead(u, at, out Period period, out int end) && period.FutureStart != default
            && Shift(period.FutureStart, duration, 1, end, out reading);
    }

    private static bool Shift(DateTime from, Duration duration, int direction, int end, out Reading reading)
    {
        DateTime moment = duration.From(from, direction);
        reading = duration.IsOfDay ? Reading.OfInstant(moment, Timex.DateTime(moment), end) : Reading.OfDay(Day.Exact(moment), end);
        return true;
    }

    private static bool TryFromDay(in Utterance u, Duration duration, int direction, int at, out Reading reading)
    {
        reading = default;
        if (!DayGrammar.TryRead(u, at, out Day day, out int end) || u.IsDigits(at) && direction < 0)
            return false;
        DateTime date = duration.From(day.Future, direction);
        if (duration.IsOfDay)
            return false;
        int on = u.Word(end).Term == Term.On ? end + 1 : end;
        if (on > end && u.Word(on).Weekday > 0 && !u.Word(on).IsPlural)
        {
            date = OfSundayWeek(date, u.Word(on).Weekday);
            end = on + 1;
        }

        reading = Reading.OfDay(Day.Exact(date), end);
        return true;
    }

    /// <summary>"sunday 3 weeks after january 15th".</summary>
    private static bool TryWeekdayBefore(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int weekday = u.Word(start).Weekday;
        int at = u.IsSymbol(start + 1, ',') ? start + 2 : start + 1;
        if (weekday == 0 || !DurationGrammar.TryRead(u, at, out _, out _) || !TryRead(u, at, out Reading shifted) || shifted.Kind != ReadingKind.Date)
            return false;
        reading = Reading.OfDay(Day.Exact(OfSundayWeek(shifted.FutureStart, weekday)), shifted.End);
        return true;
    }

    /// <summary>The weekday in the week, begun on Sunday, that holds the date.</summary>
    private static DateTime OfSundayWeek(DateTime date, int weekday) =>
        TimeUnits.AddDays(date, weekday % 7 - Calendar.Weekday(date) % 7);
}
