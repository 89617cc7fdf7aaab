using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Days by their weekday: "friday", "next monday", "tuesday the eleventh", "friday, july 4th", "monday of next week", "first monday of may".</summary>
internal static class WeekdayGrammar
{
    public static bool TryRead(in Utterance u, int start, out Day day, out int end)
    {
        if (TryOfWeek(u, start, out day, out end) || TryNthOfMonth(u, start, out day, out end))
            return true;
        bool directed = Direction.TryRead(u, start, out Direction direction) && u.Word(start).Term != Term.The;
        int at = directed ? direction.End : start;
        int weekday = u.Word(at).Weekday;
        if (weekday == 0 || u.Word(at).IsPlural || IsAmbiguousShort(u, at))
            return TryDirectedDate(u, directed, direction, out day, out end);
        end = at + 1;
        if (TryWithDate(u, at, directed ? direction : null, out day, ref end))
            return true;
        day = directed ? Directed(u.Reference, weekday, direction) : Day.OfWeek(weekday, u.Reference);
        end = u.IsSymbol(end, '.') && u.IsGlued(end) && u[at].Length <= 4 && (u.Word(end + 1).IsTemporal || u.IsDigits(end + 1) && !u.IsGlued(end + 1)) ? end + 1 : end;
        return true;
    }

    /// <summary>"sun", "sat" and "wed" are words of their own unless something around marks them as days.</summary>
    private static bool IsAmbiguousShort(in Utterance u, int at)
    {
        if (u.TextOf(at) is not ("sun" or "sat" or "wed" or "mon" or "fri"))
            return false;
        return u.TextOf(at) is "sun" or "sat" && u.Word(at - 1).Term is Term.The && u.Word(at + 1).Term == Term.None && !u.IsDigits(at + 1);
    }

    private static Day Directed(DateTime reference, int weekday, Direction direction)
    {
        DateTime day = Calendar.OfWeek(reference, weekday);
        if (!direction.IsNearest)
            return Day.Exact(TimeUnits.AddDays(day, 7 * direction.Steps));
        if (direction.Steps > 0)
            return Day.Exact(day > reference.Date ? day : TimeUnits.AddDays(day, 7));
        return Day.Exact(day < reference.Date ? day : TimeUnits.AddDays(day, -7));
    }

    /// <summary>"next 6th of april", "this 5/12".</summary>
    private static bool TryDirectedDate(in Utterance u, bool directed, Direction direction, out Day day, out int end)
    {
        day = default;
        end = direction.End;
        if (!directed)
            return false;
        if (!MonthDayGrammar.TryRead(u, direction.End, out Day dated, out end) && !NumericDateGrammar.TryRead(u, direction.End, false, out dated, out end))
            return false;
        day = InYear(dated, u.Reference.Year + direction.Steps);
        return true;
    }

    private static Day InYear(Day day, int year)
    {
        DateTime future = day.Future;
        bool valid = !day.IsCertain && Calendar.IsDate(year, future.Month, future.Day);
        DateTime date = valid ? new DateTime(year, future.Month, future.Day) : future;
        return day with { Past = date, Future = date };
    }

    /// <summary>A weekday with its date behind; the date decides.</summary>
    private static bool TryWithDate(in Utterance u, int at, Direction? direction, out Day day, ref int end)
    {
        day = default;
        int weekday = u.Word(at).Weekday;
        int next = u.SymbolAt(end) is ',' or '(' or '-' ? end + 1 : end;
        bool bracket = u.IsSymbol(end, '(');
        next = u.Word(next).Term == Term.On ? next + 1 : next;
        if (MonthDayGrammar.TryRead(u, next, out Day dated, out int after) || NumericDateGrammar.TryRead(u, next, true, out dated, out after))
        {
            day = direction is null ? dated : InYear(dated, u.Reference.Year);
            end = bracket && u.IsSymbol(after, ')') ? after + 1 : after;
            return true;
        }

        bool the = u.Word(next).Term == Term.The;
        if (u.IsSymbol(end, '-') || !MonthDayGrammar.TryDayNumber(u, the ? next + 1 : next, out int number, out after, out bool ordinal) || direction is not null)
            return false;
        if (!ordinal && (!u.IsDigits(next) || !EndsClause(u, after)))
            return false;
        day = the ? ThisMonth(u.Reference, weekday, number) : Matching(u.Reference, weekday, number);
        end = after;
        return !day.IsNone;
    }

    private static bool EndsClause(in Utterance u, int at) => at >= u.Count || u.SymbolAt(at) is '!' or '?' or ',' or ';'
        || u.Word(at).Term is Term.Between or Term.From or Term.At || u.IsSymbol(at, '.') && !u.IsGlued(at + 1);

    private static Day ThisMonth(DateTime reference, int weekday, int number)
    {
        bool valid = Calendar.IsDate(reference.Year, reference.Month, number);
        DateTime date = valid ? new DateTime(reference.Year, reference.Month, number) : default;
        return valid && Calendar.Weekday(date) == weekday ? Day.Exact(date) : Matching(reference, weekday, number);
    }

    /// <summary>The nearest days of that number that fall on that weekday.</summary>
    private static Day Matching(DateTime reference, int weekday, int number)
    {
        DateTime past = Search(reference, weekday, number, -1), future = Search(reference, weekday, number, 1);
        if (past == default || future == default)
            return default;
        return past == future ? Day.Exact(past) : new Day(Timex.Weekday(weekday), past, future);
    }

    private static DateTime Search(DateTime reference, int weekday, int number, int direction)
    {
        const int MonthsSearched = 60;
        DateTime month = Calendar.FirstOfMonth(reference.Year, reference.Month);
        for (int i = 0; i < MonthsSearched; i++, month = TimeUnits.AddMonths(month, direction))
        {
            if (!Calendar.IsDate(month.Year, month.Month, number))
                continue;
            DateTime date = new(month.Year, month.Month, number);
            if (Calendar.Weekday(date) == weekday && (direction > 0 ? date >= reference.Date : date <= reference.Date))
                return date;
        }

        return default;
    }

    /// <summary>"next week on tuesday", "previous week - monday", "monday of the following week", "tuesday next week".</summary>
    private static bool TryOfWeek(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        end = start;
        int weekdayAt, weekAt;
        Direction direction;
        if (Direction.TryRead(u, start, out direction) && u.Word(direction.End).Unit == TimeUnit.Week)
        {
            weekAt = direction.End;
            weekdayAt = u.Word(weekAt + 1).Term == Term.On || u.SymbolAt(weekAt + 1) is '-' or ',' ? weekAt + 2 : weekAt + 1;
            end = weekdayAt + 1;
        }
        else
        {
            weekdayAt = u.Word(start).Term == Term.On ? start + 1 : start;
            weekAt = u.Word(weekdayAt + 1).Term is Term.Of or Term.In ? weekdayAt + 2 : weekdayAt + 1;
            if (u.Word(weekdayAt).Weekday == 0 || !Direction.TryRead(u, weekAt, out direction))
                return false;
            weekAt = direction.End;
            end = weekAt + 1;
        }

        int weekday = u.Word(weekdayAt).Weekday;
        if (u.Word(start).Term == Term.On && direction.Steps <= 0)
            return false;
        if (weekday == 0 || u.Word(weekdayAt).IsPlural || u.Word(weekAt).Unit != TimeUnit.Week)
            return false;
        day = Day.Exact(TimeUnits.AddDays(Calendar.OfWeek(u.Reference, weekday), 7 * direction.Steps));
        return true;
    }

    private static bool TryNthOfMonth(in Utterance u, int start, out Day day, out int end)
    {
        day = default;
        int at = u.Word(start).Term == Term.The ? start + 1 : start;
        if (!TryNth(u, at, out int nth, out int weekdayAt, out end))
            return false;
        if (u.Word(weekdayAt).Unit == TimeUnit.Week)
            return TryNthWeek(u, weekdayAt + 1, nth, out day, out end);
        if (u.Word(weekdayAt).Weekday == 0)
            return false;
        end = weekdayAt + 1;
        if (TryOfMonth(u, ref end, u.Word(weekdayAt).Weekday, nth, out day))
            return true;
        day = Day.Exact(Calendar.NthWeekday(u.Reference.Year, u.Reference.Month, u.Word(weekdayAt).Weekday, nth));
        return at == start && u.Word(at).Term != Term.Last && !u.Word(weekdayAt).IsPlural && u[weekdayAt].Length > 3;
    }

    /// <summary>"1st week of october on friday", "second week of next month monday".</summary>
    private static bool TryNthWeek(in Utterance u, int at, int nth, out Day day, out int end)
    {
        day = default;
        end = u.Word(at).Term is Term.Of or Term.In ? at + 1 : at;
        bool directed = Direction.TryRead(u, end, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Month;
        if (!directed && u.Word(end).Month == 0)
            return false;
        int after = directed ? direction.End + 1 : u.IsSymbol(end + 1, '.') ? end + 2 : end + 1;
        after = u.Word(after).Term == Term.On ? after + 1 : after;
        int weekday = u.Word(after).Weekday;
        if (weekday == 0 || u.Word(after).IsPlural || !TryOfMonth(u, ref end, weekday, nth, out day))
            return false;
        end = after + 1;
        return true;
    }

    /// <summary>"first", "2nd", "last".</summary>
    public static bool TryNth(in Utterance u, int at, out int nth, out int next, out int end)
    {
        next = at + 1;
        end = next;
        nth = u.Word(at).Term == Term.Last ? 5 : u.Word(at).Ordinal;
        if (Numbers.English.OrdinalGrammar.TryDigits(u, at, out Numbers.NumberReading digits))
        {
            nth = (int)Math.Min(digits.Value, 99);
            next = digits.End;
        }

        return nth is >= 1 and <= 5;
    }

    /// <summary>The month of "first monday of next month": named, with or without a year, or counted from now.</summary>
    public static bool TryOfMonth(in Utterance u, ref int end, int weekday, int nth, out Day day)
    {
        day = default;
        int at = u.Word(end).Term is Term.Of or Term.In ? end + 1 : end;
        if (Direction.TryRead(u, at, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Month)
        {
            DateTime month = TimeUnits.AddMonths(Calendar.FirstOfMonth(u.Reference.Year, u.Reference.Month), direction.Steps);
            DateTime date = Calendar.NthWeekday(month.Year, month.Month, weekday, nth);
            day = new Day($"XXXX-{month.Month:D2}-WXX-{weekday}-#{nth}", date, date);
            end = direction.End + 1;
            return true;
        }

        if (u.Word(at).Term == Term.The && u.Word(at + 1).Unit == TimeUnit.Month && !u.Word(at + 1).IsPlural)
        {
            DateTime date = Calendar.NthWeekday(u.Reference.Year, u.Reference.Month, weekday, nth);
            day = new Day($"XXXX-{date.Month:D2}-WXX-{weekday}-#{nth}", date, date);
            end = at + 2;
            return true;
        }

        int number = u.Word(at).Month;
        if (number == 0)
            return false;
        end = u.IsSymbol(at + 1, '.') && u[at].Length <= 4 && u.Word(at + 2).Term == Term.On ? at + 2 : at + 1;
        if (YearGrammar.TryAfterDate(u, u.IsSymbol(end, ',') ? end + 1 : end, out int year, out int after))
        {
            DateTime date = Calendar.NthWeekday(year, number, weekday, nth);
            day = new Day($"{year:D4}-{number:D2}-WXX-{weekday}-#{nth}", date, date);
            end = after;
            return true;
        }

        day = AnyYear(u.Reference, number, weekday, nth);
        return true;
    }

    private static Day AnyYear(DateTime reference, int month, int weekday, int nth)
    {
        DateTime date = Calendar.NthWeekday(reference.Year, month, weekday, nth);
        DateTime past = date >= reference ? Calendar.NthWeekday(reference.Year - 1, month, weekday, nth) : date;
        DateTime future = date < reference ? Calendar.NthWeekday(reference.Year + 1, month, weekday, nth) : date;
        return new Day($"XXXX-{month:D2}-WXX-{weekday}-#{nth}", past, future);
    }
}
