using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Any English range of days that is one phrase, the beginning, middle or end of such a one included.</summary>
internal static class PeriodGrammar
{
    private const int ShortestMonth = 28;
    private const int LongestMonth = 31;
    private const int DaysOfYear = 365;

    public static bool TryRead(in Utterance u, int start, out Reading reading) =>
        RestGrammar.TryRead(u, start, out reading) || TryFirstOrLast(u, start, out reading) || TryPart(u, start, out reading) || TryWhole(u, start, out reading);

    private static bool TryWhole(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        Reading relative;
        bool counted = RelativePeriodGrammar.TryRead(u, start, out relative);
        if (WeekPeriodGrammar.TryRead(u, start, out Period period, out int end) || MonthPeriodGrammar.TryRead(u, start, out period, out end)
            || YearPeriodGrammar.TryRead(u, start, out period, out end))
            reading = Reading.OfPeriod(period, end);
        if (counted && relative.End > reading.End)
            reading = relative;
        return reading.Kind != ReadingKind.None;
    }

    /// <summary>A month or year, named or counted from now: "march", "next month", "the year", "2019".</summary>
    public static bool TryMonthOrYear(in Utterance u, int start, out Reading reading) =>
        TryWhole(u, start, out reading) && reading.Kind == ReadingKind.DateRange && reading.FutureStart != default
        && (reading.FutureEnd - reading.FutureStart).TotalDays is >= ShortestMonth and <= LongestMonth or >= DaysOfYear and <= DaysOfYear + 1;

    /// <summary>"the first 2 weeks of 2021", "last 10 days of april".</summary>
    private static bool TryFirstOrLast(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        bool last = u.Word(at).Term == Term.Last;
        if (!last && u.Word(at).Ordinal != 1 || !DurationGrammar.TryCount(u, at + 1, out double count, out int unitAt)
            || !DurationGrammar.TryUnit(u, unitAt, out TimeUnit unit, out int of) || u.Word(of).Term is not (Term.Of or Term.In))
            return false;
        if (!TryMonthOrYear(u, of + 1, out Reading whole) || !PeriodEnds.TryCut(whole, count, unit, last, out Period period))
            return false;
        reading = Reading.OfPeriod(period, whole.End);
        return true;
    }

    /// <summary>"mid may", "the end of 2000", "late this month", "end of month".</summary>
    private static bool TryPart(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int at = start;
        if (PartOf(u.Word(at).Term) is not { } part)
            return false;
        bool named = u.Word(at).Term is Term.EndOf or Term.Beginning || u.IsWord(at, "middle");
        if (u.TextOf(at) is "eoy" or "eom")
            return TryEndOfUnit(u, at, out reading);
        int next = u.SymbolAt(at + 1) == '-' ? at + 2 : at + 1;
        bool of = u.Word(next).Term is Term.Of or Term.In;
        if (named && u.Word(next).Term != Term.Of)
            return false;
        next = of ? next + 1 : next;
        if (!TryWhole(u, next, out Reading whole) && !TryBareUnit(u, next, of, out whole) || whole.Kind != ReadingKind.DateRange || whole.FutureStart == default)
            return false;
        Period period = new(whole.Timex ?? "", whole.PastStart, whole.PastEnd, whole.FutureStart, whole.FutureEnd);
        reading = Reading.OfPeriod(PeriodParts.Of(period, part), whole.End);
        return true;
    }

    /// <summary>"eoy" and "eom": the end of this year and month.</summary>
    private static bool TryEndOfUnit(in Utterance u, int at, out Reading reading)
    {
        TimeUnit unit = u.IsWord(at, "eoy") ? TimeUnit.Year : TimeUnit.Month;
        reading = Reading.OfPeriod(PeriodParts.Of(RelativePeriods.Of(unit, 0, u.Reference), Mods.End), at + 1);
        return true;
    }

    public static string? PartOf(Term term) => term switch
    {
        Term.Early or Term.Beginning => Mods.Start,
        Term.Mid => Mods.Mid,
        Term.Late or Term.EndOf => Mods.End,
        _ => null,
    };

    /// <summary>"end of month".</summary>
    private static bool TryBareUnit(in Utterance u, int at, bool of, out Reading reading)
    {
        TimeUnit unit = u.Word(at).Unit;
        bool read = of && unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && !u.Word(at).IsPlural && of;
        reading = read ? Reading.OfPeriod(RelativePeriods.Of(unit, 0, u.Reference), at + 1) : default;
        return read;
    }
}
