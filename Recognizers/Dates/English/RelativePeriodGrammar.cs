using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Ranges counted from now: "next month", "the last 3 days", "5 upcoming years", "within 2 hours", "earlier this week", "year to date".</summary>
internal static class RelativePeriodGrammar
{
    public static bool TryRead(in Utterance u, int start, out Reading reading) =>
        TryCounted(u, start, out reading) || TryWeekendsAgo(u, start, out reading) || TryAfterNext(u, start, out reading) || TryDirected(u, start, out reading) || TryWithin(u, start, out reading)
        || TryToDate(u, start, out reading) || TryUndefined(u, start, out reading) || TryThe(u, start, out reading)
        || TryEarlierLater(u, start, out reading);

    /// <summary>"this week", "next working week", "last minute"; not "next day", which is a date.</summary>
    public static bool TryUnit(in Utterance u, int start, out TimeUnit unit, out Direction direction, out int end)
    {
        unit = TimeUnit.None;
        end = start;
        if (!Direction.TryRead(u, start, out direction))
            return false;
        bool working = u.Word(direction.End).Term == Term.Business && u.Word(direction.End + 1).Unit == TimeUnit.Week;
        int at = working ? direction.End + 1 : direction.End;
        unit = working ? TimeUnit.BusinessDay : u.Word(at).Unit;
        end = at + 1;
        return unit != TimeUnit.None && !u.Word(at).IsPlural && u[at].Length > 1 && u.Word(at).DayPart is null;
    }

    private static bool TryDirected(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int from = u.Word(start).Term == Term.The ? start + 1 : start;
        bool decade = from > start && u.Word(from + 1).Unit == TimeUnit.Decade;
        if (from > start && !decade || !TryUnit(u, start, out TimeUnit unit, out Direction direction, out int end) || unit == TimeUnit.Day)
            return false;
        if (!TimeUnits.IsOfDay(unit))
        {
            reading = Reading.OfPeriod(RelativePeriods.Of(unit, direction.Steps, u.Reference), end);
            return true;
        }

        Duration one = Duration.Of(1, unit);
        reading = direction.Steps == 0 ? default : RelativePeriods.Between(u.Reference, one.From(u.Reference, direction.Steps), one, end);
        return direction.Steps != 0 && !(unit == TimeUnit.Second && direction.Steps < 0);
    }

    /// <summary>"the week after next", "the month before last".</summary>
    private static bool TryAfterNext(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        TimeUnit unit = u.Word(at).Unit;
        int next = u.Word(at + 2).Term == Term.The ? at + 3 : at + 2;
        int steps = u.Word(at + 1).Term == Term.After && u.Word(next).Term == Term.Next ? 2 : u.Word(at + 1).Term == Term.Before && u.Word(next).Term == Term.Last ? -2 : 0;
        bool named = unit is TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year && !u.Word(at).IsPlural && u[at].Length > 1;
        if (steps == 0 || !named || u.Word(next + 1).Unit != TimeUnit.None)
            return false;
        reading = Reading.OfPeriod(RelativePeriods.Of(unit, steps, u.Reference), next + 1);
        return true;
    }

    /// <summary>"next 3 days", "the 3 next days", "last couple of weeks".</summary>
    private static bool TryCounted(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        bool the = u.Word(start).Term == Term.The;
        int at = the ? start + 1 : start;
        bool first = Direction.TryRead(u, at, out Direction direction);
        int countAt = first ? direction.End : at;
        if (!DurationGrammar.TryCount(u, countAt, out double count, out int unitAt))
            return false;
        if (!first && (!Direction.TryRead(u, unitAt, out direction) || the))
            return false;
        unitAt = first ? unitAt : direction.End;
        if (direction.Steps == 0 || !DurationGrammar.TryUnit(u, unitAt, out TimeUnit unit, out int end))
            return false;
        Duration duration = Duration.Of(count, unit);
        if (first && DurationGrammar.TryRead(u, countAt, out Duration whole, out int after) && after > end && !IsPointBehind(u, after))
            (duration, end) = (whole, after);
        if (the && unit != TimeUnit.Decade || !first && count > 1 && !u.Word(end - 1).IsPlural)
            return false;
        reading = RelativePeriods.Count(duration, count, unit, direction.Steps, u.Reference, end);
        return true;
    }

    /// <summary>"two weekends ago".</summary>
    private static bool TryWeekendsAgo(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (!DurationGrammar.TryCount(u, start, out double count, out int at) || u.Word(at).Unit != TimeUnit.Weekend || u.Word(at + 1).Term != Term.Ago || count is < 1 or > 99)
            return false;
        reading = Reading.OfPeriod(RelativePeriods.Of(TimeUnit.Weekend, -(int)count, u.Reference), at + 2);
        return true;
    }

    private static bool IsPointBehind(in Utterance u, int at) => u.Word(at).Term is Term.Ago or Term.Later;

    /// <summary>"within 9 months", "within the next 2 hours".</summary>
    private static bool TryWithin(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (u.Word(start).Term != Term.Within)
            return false;
        int at = u.Word(start + 1).Term == Term.The ? start + 2 : start + 1;
        bool directed = u.Word(at).Term is Term.Next or Term.Following or Term.Coming;
        at = directed ? at + 1 : at;
        int end;
        Duration duration;
        if (directed && u.Word(at).Unit == TimeUnit.Day && !u.Word(at).IsPlural)
            duration = NextDay(u, at, out end);
        else if (!DurationGrammar.TryRead(u, at, out duration, out end))
            return false;
        reading = RelativePeriods.Between(u.Reference, duration.From(u.Reference, 1), duration, end);
        return true;
    }

    private static Duration NextDay(in Utterance u, int at, out int end)
    {
        end = at + 1;
        if (u.Word(end).Term == Term.And && DurationGrammar.TryRead(u, end + 1, out Duration rest, out int after))
        {
            end = after;
            return rest.Plus(1, TimeUnit.Day);
        }

        return Duration.Of(1, TimeUnit.Day);
    }

    /// <summary>"year to date", "month to date".</summary>
    private static bool TryToDate(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        TimeUnit unit = u.Word(start).Unit;
        if (unit is not (TimeUnit.Year or TimeUnit.Month or TimeUnit.Week) || u.Word(start + 1).Term != Term.To || u.Word(start + 2).Term != Term.Date)
            return false;
        Period period = RelativePeriods.Of(unit, 0, u.Reference);
        DateTime today = u.Reference.Date;
        reading = Reading.OfPeriod(period with { PastEnd = today, FutureEnd = today }, start + 3);
        return true;
    }

    /// <summary>"the same week", "that weekend": the one spoken of, which only the conversation knows.</summary>
    private static bool TryUndefined(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        TimeUnit unit = u.Word(start + 1).Unit;
        if (u.Word(start).Term is not (Term.Same or Term.That) || unit is not (TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Year))
            return false;
        Period period = RelativePeriods.Of(unit, 0, u.Reference);
        string timex = unit switch { TimeUnit.Week => "XXXX-WXX", TimeUnit.Weekend => "XXXX-WXX-WE", TimeUnit.Month => "XXXX-XX", _ => "XXXX" };
        reading = Reading.OfPeriod(period with { Timex = timex, Mod = Mods.ReferenceUndefined }, start + 2);
        return true;
    }

    private static bool TryThe(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (u.Word(start).Unit == TimeUnit.Weekend && !u.Word(start).IsPlural && !u.IsDigits(start - 1) && u.Word(start - 1).Cardinal < 0)
        {
            reading = Reading.OfPeriod(RelativePeriods.Of(TimeUnit.Weekend, 0, u.Reference), start + 1);
            return true;
        }

        TimeUnit unit = u.Word(start + 1).Unit;
        bool whole = unit is TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Month or TimeUnit.Year && !u.Word(start + 1).IsPlural;
        if (u.Word(start).Term != Term.The || !whole || u[start + 1].Length < 4 || u.IsDigits(start + 2) || u.Word(start + 2).Term == Term.To)
            return false;
        reading = Reading.OfPeriod(RelativePeriods.Of(unit, 0, u.Reference), start + 2);
        return true;
    }

    /// <summary>"earlier this month", "later in the year".</summary>
    private static bool TryEarlierLater(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        Term term = u.Word(start).Term;
        if (term is not (Term.Earlier or Term.Later))
            return false;
        int at = u.Word(start + 1).Term == Term.In ? start + 2 : start + 1;
        if (!TryDirected(u, at, out Reading whole) && !TryThe(u, at, out whole) || whole.Kind != ReadingKind.DateRange)
            return false;
        Period period = Period.Exact(whole.Timex ?? "", whole.FutureStart, whole.FutureEnd);
        bool current = period.FutureStart <= u.Reference && u.Reference < period.FutureEnd;
        Period part = !current ? PeriodParts.Of(period, term == Term.Earlier ? Mods.Start : Mods.End)
            : term == Term.Earlier ? PeriodParts.Earlier(period, u.Reference) : PeriodParts.Later(period, u.Reference);
        reading = Reading.OfPeriod(part, whole.End);
        return true;
    }
}
