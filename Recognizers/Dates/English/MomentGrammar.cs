using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Points and spans within days: a day with a time, a part of a day, hours on a day, "now", "end of tomorrow", "tonight at 7".</summary>
internal static class MomentGrammar
{
    public static bool TryRead(in Utterance u, int start, out Reading reading) =>
        TryNow(u, start, out reading) || TryEndOfDay(u, start, out reading) || TryDayLed(u, start, out reading)
        || TryTimeLed(u, start, out reading);

    private static bool TryNow(in Utterance u, int start, out Reading reading)
    {
        int at = u.IsWord(start, "right") ? start + 1 : start;
        int end = at + 1;
        bool now = u.Word(at).Term == Term.Now;
        if (!now && u.Word(start).Term == Term.At)
        {
            at = u.Word(start + 1).Term == Term.The ? start + 2 : start + 1;
            now = u.TextOf(at) is "present" or "moment" or "minute" || (u.Word(at).Term is Term.Current or Term.This) && u.TextOf(at + 1) is "time" or "moment" or "minute";
            end = u.TextOf(at + 1) is "time" or "moment" or "minute" ? at + 2 : at + 1;
        }

        string timex = Timex.Now;
        if (!now && u.TextOf(start) is "asap" or "recently" or "previously" || IsSoon(u, start))
        {
            now = true;
            end = u.IsWord(start, "as") ? start + 4 : start + 1;
            timex = u.TextOf(start) is "as" or "asap" ? Timex.Soon : Timex.Recently;
        }

        reading = Reading.OfInstant(u.Reference, timex, end);
        return now && !(u.Word(start).Term == Term.Now && (u.Word(start - 1).Term == Term.For || start == 0 && u.IsSymbol(end, ',')));
    }

    private static bool IsSoon(in Utterance u, int at) => u.IsWord(at, "as") && u.IsWord(at + 1, "soon") && u.IsWord(at + 2, "as") && u.IsWord(at + 3, "possible");

    /// <summary>"end of the day", "the end of tomorrow", "end of this sunday".</summary>
    private static bool TryEndOfDay(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        if (u.TextOf(at) is "eod")
            return EndOf(u, Day.Exact(u.Reference), at + 1, out reading);
        if (u.Word(at).Term != Term.EndOf || u.Word(at + 1).Term != Term.Of)
            return false;
        int next = u.Word(at + 2).Term == Term.The ? at + 3 : at + 2;
        if (u.Word(next).Unit == TimeUnit.Day && !u.Word(next).IsPlural)
            return EndOf(u, Day.Exact(u.Reference), next + 1, out reading);
        return DayGrammar.TryRead(u, next, out Day day, out int end) && EndOf(u, day, end, out reading);
    }

    private static bool EndOf(in Utterance u, Day day, int end, out Reading reading)
    {
        reading = Reading.OfMoment(day, new Clock(23, 59, 59, false), end);
        return true;
    }

    private static bool TryDayLed(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (PartOfDayGrammar.TryHalf(u, start, out reading) || PartOfDayGrammar.TryNthWeekday(u, start, out reading))
            return true;
        if (PartOfDayGrammar.TryRead(u, start, out Day day, out DayPart part, out string? mod, out int end))
            return TryAfterPart(u, day, part, mod, end, out reading);
        if (TryShiftedDay(u, start, out day, out end))
        {
            if (TryOnDay(u, day, end, out reading))
                return true;
            reading = Reading.OfDay(day, end);
            return true;
        }

        return false;
    }

    private static bool TryShiftedDay(in Utterance u, int start, out Day day, out int end)
    {
        if (ShiftGrammar.TryRead(u, start, out Reading shifted) && shifted.Kind == ReadingKind.Date)
        {
            day = shifted.AsDay;
            end = shifted.End;
            return true;
        }

        return DayGrammar.TryRead(u, start, out day, out end);
    }

    /// <summary>What stands behind "tomorrow evening": a time, hours, or nothing.</summary>
    private static bool TryAfterPart(in Utterance u, Day day, DayPart part, string? mod, int end, out Reading reading)
    {
        int at = u.SymbolAt(end) is ',' or '@' || u.Word(end).Term is Term.At or Term.About ? end + 1 : end;
        if (TimeSpanGrammar.TryRead(u, at, true, out reading))
        {
            Clock first = DayParts.Within(reading.StartClock, part);
            reading = Combination.OnDay(day, Combination.TimeRange(first, Settle(reading.EndClock, first), reading.End), reading.End);
            return true;
        }

        if (ClockGrammar.TryRead(u, at, at > end || IsHour(u, at), out Clock clock, out int after))
            reading = Reading.OfMoment(day, DayParts.Within(clock, part), after);
        else
            reading = Combination.DayPart(day, part, mod, end);
        return true;
    }

    /// <summary>"tonight 8": a bare number that nothing else counts.</summary>
    private static bool IsHour(in Utterance u, int at)
    {
        bool number = u.IsDigits(at, 2) && !u.IsGlued(at) || u.Word(at).Cardinal is > 0 and <= 12;
        return number && (u[at + 1].Kind == TokenKind.Symbol && u.SymbolAt(at + 1) is not ('%' or '/' or '-') || u.Word(at + 1).Term != Term.None);
    }

    private static Clock Settle(Clock end, Clock start) => end.Hour < start.Hour && end.Hour < 12 ? end.InAfternoon : end.Certain;

    private static bool TryOnDay(in Utterance u, Day day, int end, out Reading reading)
    {
        reading = default;
        if (day.IsHoliday)
            return false;
        bool comma = u.IsSymbol(end, ',');
        int at = comma ? end + 1 : end;
        if (TimeSpanGrammar.TryDayPart(u, at, out DayPart part, out string? mod, out int after) && !part.IsMeal)
            return TryAfterPart(u, day, part, mod, after, out reading);
        if (ModifierGrammar.TryPrefix(u, at, out string open, out int limitAt) && Mods.IsOpen(open) && u.Word(at).Term is not (Term.By or Term.Until or Term.Starting)
            && ClockGrammar.TryRead(u, limitAt, true, out Clock limit, out after))
        {
            reading = Mods.Apply(open, Reading.OfMoment(day, limit, after), after);
            reading.Source = ReadingKind.DateTimeRange;
            return true;
        }

        if (TimeSpanGrammar.TryRead(u, at, !comma, out Reading hours))
        {
            reading = Combination.OnDay(day, hours, hours.End);
            return true;
        }

        bool iso = u.IsWord(at, "t") && u.IsGlued(at);
        bool introduced = u.Word(at).Term is Term.At or Term.About or Term.By || u.SymbolAt(at) is '@';
        bool tied = u.Word(at).Term == Term.For || u.IsSymbol(at, '-') && !u.IsGlued(at) == !u.IsGlued(at + 1);
        int timeAt = iso || introduced || tied ? at + 1 : at;
        if (!ClockGrammar.TryRead(u, timeAt, introduced, out Clock clock, out after))
            return false;
        reading = Reading.OfMoment(day, clock, after);
        return true;
    }

    private static bool TryTimeLed(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (ShiftGrammar.TryRead(u, start, out reading))
            return true;
        if (TimeSpanGrammar.TryRead(u, start, IsFollowedByDay(u, start), out Reading hours))
        {
            reading = WithDay(u, hours);
            return true;
        }

        if (TimeSpanGrammar.TryDayPart(u, start, out DayPart part, out string? mod, out int end))
        {
            Reading named = PartOrTime(u, start, part, mod, end);
            reading = part.IsMeal ? named : WithDay(u, named);
            return true;
        }

        if (u.Word(start).Term == Term.At && u.IsDigits(start + 1, 2) && u.IsSymbol(start + 2, '.') && u.IsDigits(start + 3, 2)
            && ClockGrammar.TryRead(u, start + 1, true, out Clock dotted, out end) && end > start + 3)
        {
            reading = WithDay(u, Reading.OfClock(dotted, end));
            return true;
        }

        bool at = u.Word(start - 1).Term == Term.At && u.Word(start + 1).DayPart is null && !Units.EnglishCurrencyGrammar.TryUnit(u, start + 1, out _, out _);
        bool loose = at || IsFollowedByPartOfDay(u, start + 1);
        if (!ClockGrammar.TryRead(u, start, loose, out Clock clock, out end))
            return false;
        reading = WithDay(u, Reading.OfClock(clock, end));
        return true;
    }

    /// <summary>"early morning at 8:00" is a time, "early morning" a range.</summary>
    private static Reading PartOrTime(in Utterance u, int start, DayPart part, string? mod, int end)
    {
        bool at = u.Word(end).Term == Term.At;
        if (ClockGrammar.TryRead(u, at ? end + 1 : end, at, out Clock clock, out int after))
            return Reading.OfClock(DayParts.Within(clock, part), after);
        return Combination.DayPart(part, mod, end);
    }

    private static bool IsFollowedByPartOfDay(in Utterance u, int at)
    {
        int next = u.IsSymbol(at, ',') ? at + 1 : at;
        return !u.IsWord(at - 2, "building") && (u.Word(next).Term == Term.Tonight || u.Word(next).Term is Term.This or Term.Last && u.Word(next + 1).DayPart is { IsMeal: false });
    }

    /// <summary>Whether a day stands behind bare hours: "6-8 next monday".</summary>
    private static bool IsFollowedByDay(in Utterance u, int start)
    {
        int at = u.Word(start).Term is Term.From or Term.Between ? start + 1 : start;
        if (!ClockGrammar.TryRead(u, at, true, out _, out int end) || !TimeSpanGrammar.IsConnector(u, end, true)
            || !ClockGrammar.TryRead(u, end + 1, true, out _, out end))
            return false;
        end = u.Word(end).Term == Term.On ? end + 1 : end;
        return PartOfDayGrammar.TryRead(u, end, out _, out _, out _, out _) || DayGrammar.TryRead(u, end, out _, out _);
    }

    /// <summary>A time or hours with the day behind: "9am on tuesday", "five-thirty tomorrow evening", "3-8 last night".</summary>
    private static Reading WithDay(in Utterance u, in Reading time)
    {
        int at = u.IsSymbol(time.End, ',') ? time.End + 1 : time.End;
        at = u.Word(at).Term is Term.On or Term.Of || u.Word(at).Term == Term.In && u.Word(at + 1).Term == Term.The && u.Word(at + 2).Unit == TimeUnit.Day ? at + 1 : at;
        bool part = PartOfDayGrammar.TryRead(u, at, out Day day, out DayPart named, out string? _, out int end);
        if (!part && u.Word(at).Unit == TimeUnit.None && !DayGrammar.TryRead(u, at, out day, out end))
            return time;
        // "9am monday through friday": the day begins a range of its own.
        bool opens = u.Word(at).Weekday > 0 && TimeSpanGrammar.IsConnector(u, end, false) && u.Word(end + 1).Weekday > 0;
        if (!part && (u.Word(at).Unit != TimeUnit.None || day.IsNone || day.IsHoliday || opens))
            return time;
        DayPart? settles = part ? named : null;
        if (!part && TimeSpanGrammar.TryDayPart(u, end, out named, out _, out int after) && !named.IsMeal)
            (settles, end) = (named, after);
        return On(day, settles, time, end);
    }

    private static Reading On(Day day, DayPart? part, in Reading time, int end)
    {
        Clock first = part is null || time.StartClock.IsNone ? time.StartClock : DayParts.Within(time.StartClock, part);
        if (time.Kind == ReadingKind.Time)
            return Reading.OfMoment(day, first, end);
        if (part is null || first == time.StartClock || time.EndClock.IsNone)
            return Combination.OnDay(day, time, end) with { Mod = time.Mod };
        return Combination.OnDay(day, Combination.TimeRange(first, Settle(time.EndClock, first), end), end);
    }
}
