using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Recurring times: "every day at 7:13 pm", "each monday", "every other friday", "weekly", "fridays", "once a week", "friday mornings".</summary>
internal static class SetGrammar
{
    public static bool TryRead(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        return (u.Hints & Hints.Recurs) != 0 && TryAny(u, start, out reading);
    }

    private static bool TryAny(in Utterance u, int start, out Reading reading) =>
        TryAdverb(u, start, out reading) || TryEvery(u, start, out reading) || TryPlural(u, start, out reading)
        || TryTimesA(u, start, out reading) || TryOfEveryMonth(u, start, out reading) || TryTimeEvery(u, start, out reading);

    private static bool TryAdverb(in Utterance u, int start, out Reading reading)
    {
        string? timex = u.Word(start).Recurrence;
        int end = start + 1;
        int part = u.IsSymbol(start + 1, '-') ? start + 2 : start + 1;
        if (u.TextOf(start) is "semi" or "bi" or "tri" && u.Word(part).Recurrence is { } base_)
        {
            timex = base_.Replace("1", u.TextOf(start) switch { "semi" => "0.5", "tri" => "3", _ => "2" }, StringComparison.Ordinal);
            end = part + 1;
        }

        reading = Reading.OfSet(timex ?? "", end);
        if (timex == "P1D" && TryClock(u, end, out Clock clock, out int after))
            reading = Reading.OfSet(Timex.Clock(clock), after);
        return timex is not null;
    }

    private static bool TryClock(in Utterance u, int at, out Clock clock, out int end)
    {
        bool introduced = u.Word(at).Term == Term.At || u.IsSymbol(at, '@');
        return ClockGrammar.TryRead(u, introduced ? at + 1 : at, introduced, out clock, out end);
    }

    private static bool TryEvery(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        Term term = u.Word(start).Term;
        if (term is not (Term.Every or Term.Each))
            return false;
        if (WeekdayGrammar.TryNth(u, start + 1, out int nth, out int weekdayAt, out _) && u.Word(weekdayAt).Weekday > 0)
            return TryNthWeekday(u, weekdayAt, nth, out reading);
        int step = StepOf(u, start + 1, out int at);
        bool other = step > 1;
        if (DurationGrammar.TryUnit(u, at, out TimeUnit unit, out int end) && (!u.Word(end - 1).IsPlural || unit == TimeUnit.Weekend) && u[at].Length > 1)
            return TryUnit(u, at, Duration.Of(step, unit), end, out reading);
        if (DurationGrammar.TryRead(u, at, out Duration duration, out end) && !other)
        {
            reading = Reading.OfSet(duration.ToTimex(), end);
            return true;
        }

        if (u.Word(at).Weekday > 0)
            return TryWeekday(u, at, out reading);
        if (u.Word(at).DayPart is { } part)
        {
            reading = TryClock(u, at + 1, out Clock clock, out end) ? Reading.OfSet(Timex.Clock(DayParts.Within(clock, part)), end) : Reading.OfSet(part.Timex, at + 1);
            return true;
        }

        if (DayGrammar.TryRead(u, at, out Day day, out end) && !day.IsCertain)
        {
            reading = Reading.OfSet(day.Timex, end);
            return true;
        }

        if (u.Word(at).Term is Term.Noon or Term.Midnight && ClockGrammar.TryRead(u, at, false, out Clock time, out end))
        {
            reading = Reading.OfSet(Timex.Clock(time), end);
            return true;
        }

        reading = Reading.OfSet(Timex.AnyMonth(u.Word(at).Month), at + 1);
        return u.Word(at).Month > 0;
    }

    /// <summary>"every last monday of the month", "every second tuesday": without the month, one in so many weeks.</summary>
    private static bool TryNthWeekday(in Utterance u, int at, int nth, out Reading reading)
    {
        int weekday = u.Word(at).Weekday;
        bool of = u.Word(at + 1).Term is Term.Of or Term.In && TryMonth(u, at + 2, out _);
        if (of && TryMonth(u, at + 2, out int end))
            reading = Reading.OfSet(Timex.NthWeekdayOfMonth(weekday, nth), end);
        else
            TryWeekday(u, at, out reading);
        return true;
    }

    /// <summary>"the month", "each month", "every month".</summary>
    private static bool TryMonth(in Utterance u, int at, out int end)
    {
        end = at + 2;
        return u.Word(at).Term is Term.The or Term.Each or Term.Every && u.Word(at + 1).Unit == TimeUnit.Month && !u.Word(at + 1).IsPlural;
    }

    /// <summary>"the first monday of every month", "the 5th of each month".</summary>
    private static bool TryOfEveryMonth(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        string timex;
        int of;
        if (WeekdayGrammar.TryNth(u, at, out int nth, out int weekdayAt, out _) && u.Word(weekdayAt).Weekday > 0)
            (timex, of) = (Timex.NthWeekdayOfMonth(u.Word(weekdayAt).Weekday, nth), weekdayAt + 1);
        else if (MonthDayGrammar.TryDayNumber(u, at, out int day, out int after, out bool ordinal) && ordinal)
            (timex, of) = (Timex.DayOfMonth(day), u.Word(after).Unit == TimeUnit.Day ? after + 1 : after);
        else
            return false;
        if (u.Word(of).Term is not (Term.Of or Term.In) || u.Word(of + 1).Term == Term.The || !TryMonth(u, of + 1, out int end))
            return false;
        reading = Reading.OfSet(timex, end);
        return true;
    }

    /// <summary>2 for "every other" and "every second", 3 for "every third" before a unit, else 1.</summary>
    private static int StepOf(in Utterance u, int start, out int at)
    {
        start = u.IsWord(start, "single") ? start + 1 : start;
        at = start + 1;
        if (u.Word(start).Term == Term.Other)
            return 2;
        if (Numbers.English.OrdinalGrammar.TryRead(u, start, out Numbers.NumberReading nth) && nth.Value is >= 2 and <= 99 && u.Word(nth.End).Unit != TimeUnit.None)
        {
            at = nth.End;
            return (int)nth.Value;
        }

        at = start;
        return 1;
    }

    private static bool TryUnit(in Utterance u, int at, Duration duration, int end, out Reading reading)
    {
        reading = Reading.OfSet(u.IsWord(at, "weekday") ? "P1WD" : duration.ToTimex(), end);
        if (u.Word(at).Unit == TimeUnit.Day && duration.Days == 1 && TryClock(u, end, out Clock clock, out int after))
            reading = Reading.OfSet(Timex.Clock(clock), after);
        return true;
    }

    private static bool TryWeekday(in Utterance u, int at, out Reading reading)
    {
        string timex = Timex.Weekday(u.Word(at).Weekday);
        int end = at + 1;
        if (u.Word(end).DayPart is { } part)
        {
            timex += part.Timex;
            end++;
        }
        else if (TimeSpanGrammar.TryRead(u, end, false, out Reading hours) && hours.Timex is null && u.Word(at - 1).Term is not (Term.And or Term.Or))
        {
            timex = Timex.Range(timex + Timex.Clock(hours.StartClock), timex + Timex.Clock(hours.EndClock), Timex.Elapsed(hours.PastEnd - hours.PastStart));
            end = hours.End;
        }
        else if (TryClock(u, end, out Clock clock, out int after) && !TimeSpanGrammar.IsConnector(u, after, false))
        {
            timex += Timex.Clock(clock);
            end = after;
        }

        reading = Reading.OfSet(timex, end);
        return true;
    }

    /// <summary>"mondays at 9am", "friday mornings", "weekends".</summary>
    private static bool TryPlural(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        Word word = u.Word(start);
        if (word.Weekday > 0 && word.IsPlural)
            return TryWeekday(u, start, out reading);
        if (word.Term == Term.On && u.Word(start + 1) is { Weekday: > 0, IsPlural: true })
            return TryWeekday(u, start + 1, out reading);
        if (word is { Unit: TimeUnit.Weekend, IsPlural: true } && !u.IsDigits(start - 1) && u.Word(start - 1).Cardinal < 0)
        {
            reading = Reading.OfSet("P1WE", start + 1);
            return true;
        }

        bool mornings = word.Weekday > 0 && u.Word(start + 1) is { DayPart: not null, IsPlural: true };
        if (mornings)
            return TryWeekday(u, start, out reading);
        bool alone = word is { DayPart: not null, IsPlural: true, Unit: TimeUnit.None };
        reading = alone ? Reading.OfSet(word.DayPart?.Timex ?? "", start + 1) : default;
        return alone;
    }

    /// <summary>"once a week", "one a day".</summary>
    private static bool TryTimesA(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        bool once = u.Word(start).Term == Term.Once || u.Word(start).Cardinal == 1;
        if (!once || u.Word(start + 1).Term != Term.A && !u.IsWord(start + 1, "per") || u.Word(start + 2).Unit == TimeUnit.None || u.Word(start + 2).IsPlural)
            return false;
        reading = Reading.OfSet(Timex.Duration(1, u.Word(start + 2).Unit), start + 3);
        return true;
    }

    /// <summary>"9am every day", "8pm each monday".</summary>
    private static bool TryTimeEvery(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (!ClockGrammar.TryRead(u, start, false, out Clock clock, out int end) || u.Word(end).Term is not (Term.Every or Term.Each) && u.Word(end).Recurrence is not "P1D")
            return false;
        if (u.Word(end).Recurrence is not null)
        {
            reading = Reading.OfSet(Timex.Clock(clock), end + 1);
            return true;
        }

        if (u.Word(end + 1).Unit == TimeUnit.Day && !u.Word(end + 1).IsPlural)
        {
            reading = Reading.OfSet(Timex.Clock(clock), end + 2);
            return true;
        }

        reading = Reading.OfSet(Timex.Weekday(u.Word(end + 1).Weekday) + Timex.Clock(clock), end + 2);
        return u.Word(end + 1).Weekday > 0;
    }
}
