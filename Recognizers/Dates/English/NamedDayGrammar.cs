using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Days with a name of their own: "today", "the day after tomorrow", "the day before", holidays, "on the 18th", "the 15th of next month".</summary>
internal static class NamedDayGrammar
{
    public static bool TryRead(in Utterance u, int start, out Day day, out int end) =>
        TrySpecial(u, start, out day, out end) || HolidayGrammar.TryRead(u, start, out day, out end) || TryOfMonth(u, start, out day, out end);

    private static bool TrySpecial(in Utterance u, int start, out Day day, out int end)
    {
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        int offset = 0;
        end = at + 1;
        switch (u.Word(at).Term)
        {
            case Term.Today: break;
            case Term.Tomorrow: offset = 1; break;
            case Term.Yesterday: offset = -1; break;
            case Term.Current when u.Word(at + 1).Term == Term.Date:
                day = Day.Exact(u.Reference);
                end = at + 2;
                return true;
            case Term.Phrase when u.IsWord(at, "otd"): break;
            default:
                return TryDirectedDay(u, start, out day, out end) || TryAround(u, at, out day, out end);
        }

        day = Day.Exact(TimeUnits.AddDays(u.Reference, offset));
        return at == start;
    }

    /// <summary>"the next day", "this day", "my day"; "next day and 5 hours" is a length of time.</summary>
    private static bool TryDirectedDay(in Utterance u, int start, out Day day, out int end)
    {
        if (TryBusinessDay(u, start, out day, out end))
            return true;
        bool my = u.IsWord(start, "my");
        bool directed = Direction.TryRead(u, start, out Direction direction);
        int at = my ? start + 1 : direction.End;
        end = at + 1;
        day = Day.Exact(TimeUnits.AddDays(u.Reference, my ? 0 : direction.Steps));
        return (my || directed) && u.Word(at).Unit == TimeUnit.Day && !u.Word(at).IsPlural && u[at].Length > 1 && u.Word(end).Term is not (Term.And or Term.Of);
    }

    /// <summary>"next business day", "the last working day".</summary>
    private static bool TryBusinessDay(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        end = start;
        if (!Direction.TryRead(u, start, out Direction direction) || direction.Steps == 0 || !DurationGrammar.TryUnit(u, direction.End, out TimeUnit unit, out end)
            || unit != TimeUnit.BusinessDay || u.Word(end - 1).IsPlural || u.IsWord(end - 1, "weekday") || u.Word(end).Term == Term.Of)
            return false;
        day = Day.Exact(TimeUnits.Add(u.Reference, direction.Steps, TimeUnit.BusinessDay));
        return true;
    }

    private static bool TryAround(in Utterance u, int at, out Day day, out int end)
    {
        day = default;
        end = at + 2;
        Term order = u.Word(at + 1).Term;
        if (u.Word(at).Unit != TimeUnit.Day || u.Word(at).IsPlural || order is not (Term.After or Term.Before))
            return false;
        int sign = order == Term.After ? 1 : -1;
        int offset = sign;
        if (u.Word(at + 2).Term == (sign > 0 ? Term.Tomorrow : Term.Yesterday))
        {
            offset = 2 * sign;
            end = at + 3;
        }
        else if (HolidayGrammar.TryRead(u, end, out Day named, out int after) || MonthDayGrammar.TryRead(u, end, out named, out after))
        {
            end = after;
            day = Day.Exact(TimeUnits.AddDays(named.Future, sign));
            return named.Future != default && (named.IsHoliday || u.Word(at - 1).Term == Term.The);
        }
        else if (end < u.Count && u.SymbolAt(end) is not ('?' or '.' or '!' or ',') || u.Word(at - 1).Term != Term.The)
        {
            return false;
        }

        day = Day.Exact(TimeUnits.AddDays(u.Reference, offset));
        return true;
    }

    /// <summary>"the 15th day of next month", "15th of this month"; alone only behind "on", as in "on the 18th".</summary>
    private static bool TryOfMonth(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        if ((u.Word(at).Term == Term.Last || u.Word(at).Ordinal == 1) && TryFirstOrLast(u, at, out day, out end))
            return true;
        if (!MonthDayGrammar.TryDayNumber(u, at, out int number, out end, out bool ordinal))
            return false;
        int of = ordinal && u.Word(end).Unit == TimeUnit.Day ? end + 1 : end;
        of = u.Word(of).Term == Term.Of ? of + 1 : of;
        if (!ordinal && (of == end || !u.IsDigits(at)))
            return TryAfterPreposition(u, start, at, number, false, end, out day);
        bool theMonth = u.Word(of - 1).Term == Term.Of && u.Word(of).Term == Term.The && u.Word(of + 1).Unit == TimeUnit.Month && !u.Word(of + 1).IsPlural;
        if (theMonth && Calendar.IsDate(u.Reference.Year, u.Reference.Month, number))
        {
            end = of + 2;
            day = Day.Exact(new DateTime(u.Reference.Year, u.Reference.Month, number));
            return true;
        }

        if (Direction.TryRead(u, of, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Month && !u.Word(direction.End).IsPlural)
        {
            DateTime month = TimeUnits.AddMonths(Calendar.FirstOfMonth(u.Reference.Year, u.Reference.Month), direction.Steps);
            end = direction.End + 1;
            day = Calendar.IsDate(month.Year, month.Month, number) ? Day.Exact(new DateTime(month.Year, month.Month, number)) : default;
            return !day.IsNone;
        }

        return TryAfterPreposition(u, start, at, number, ordinal, end, out day);
    }

    /// <summary>A number that is a day only by the word before it: "on the 18th", "on 27", "in 21st", and, where the clause ends, "for the 27th", "after the 5th".</summary>
    private static bool TryAfterPreposition(in Utterance u, int start, int number, int day, bool ordinal, int end, out Day found)
    {
        Term before = u.Word(start - 1).Term;
        bool the = number > start;
        bool digits = u.IsDigits(number);
        bool ends = EndsClause(u, end);
        bool allowed = before switch
        {
            Term.On => ordinal && (digits || ends) || digits && (ends || u.Word(end).Term == Term.At),
            Term.By => ordinal,
            Term.In or Term.At => ordinal && digits && !the,
            Term.For or Term.After or Term.Before or Term.Since or Term.Until => the && ordinal && ends,
            _ => false,
        };
        found = allowed ? Day.OfMonth(day, u.Reference) : default;
        return allowed && u.Word(end).Unit == TimeUnit.None && !IsNumbered(u, end);
    }

    public static bool EndsClause(in Utterance u, int at) => at >= u.Count || u.SymbolAt(at) is ',' or '!' or '?' || u.IsSymbol(at, '.') && !(u.IsGlued(at + 1) && u.IsDigits(at + 1));

    /// <summary>"on the 18th floor": things that are counted by ordinals.</summary>
    private static bool IsNumbered(in Utterance u, int at) =>
        u.TextOf(at) is "floor" or "street" or "avenue" or "page" or "place" or "row" or "line" or "attempt" or "try" or "time" or "anniversary"
            or "birthday" or "level" or "step" or "position" or "item" or "order" or "one";

    /// <summary>"the last day of next month", "last day of february", "first day of 2019".</summary>
    private static bool TryFirstOrLast(in Utterance u, int at, out Day day, out int end)
    {
        day = default;
        end = at;
        bool last = u.Word(at).Term == Term.Last;
        if (u.Word(at + 1).Unit != TimeUnit.Day || u.Word(at + 1).IsPlural || u.Word(at + 2).Term != Term.Of
            || !PeriodGrammar.TryMonthOrYear(u, at + 3, out Reading whole) || !last && whole.Timex is { Length: > 4 })
            return false;
        DateTime past = last ? TimeUnits.AddDays(whole.PastEnd, -1) : whole.PastStart;
        DateTime future = last ? TimeUnits.AddDays(whole.FutureEnd, -1) : whole.FutureStart;
        end = whole.End;
        day = new Day(Timex.Day(future, past == future), past, future);
        return true;
    }
}
