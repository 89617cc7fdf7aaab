using SupportBot.Recognizers.Text;

namespace SupportBot.Recognizers.Dates.English;

/// <summary>Days within a week or month said before them: "next week from monday to wednesday", "this month 4 to 10", "june between 3 and 12".</summary>
internal static class DayRangeGrammar
{
    public static bool TryRead(in Utterance u, int start, out Reading reading) => TryWeek(u, start, out reading) || TryMonth(u, start, out reading);

    private static bool TryWeek(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        if (!Direction.TryRead(u, start, out Direction direction) || u.Word(direction.End).Unit != TimeUnit.Week || u.Word(direction.End).IsPlural)
            return false;
        int at = direction.End + 1;
        bool between = u.Word(at).Term == Term.Between;
        at = between || u.Word(at).Term == Term.From ? at + 1 : at;
        int first = u.Word(at).Weekday, last = u.Word(at + 2).Weekday;
        if (first == 0 || last <= first || !TimeSpanGrammar.IsConnector(u, at + 1, between))
            return false;
        DateTime monday = TimeUnits.AddDays(Calendar.OfWeek(u.Reference, 1), 7 * direction.Steps);
        Reading from = Reading.OfDay(Day.Exact(TimeUnits.AddDays(monday, first - 1)), at + 3);
        reading = Combination.DateRange(from, Reading.OfDay(Day.Exact(TimeUnits.AddDays(monday, last - 1)), at + 3), null, at + 3);
        return true;
    }

    private static bool TryMonth(in Utterance u, int start, out Reading reading)
    {
        reading = default;
        int at = u.Word(start).Term is Term.From or Term.Between ? start + 1 : start;
        bool directed = Direction.TryRead(u, at, out Direction direction) && u.Word(direction.End).Unit == TimeUnit.Month && !u.Word(direction.End).IsPlural;
        int month = directed ? 0 : u.Word(at).Month;
        if (!directed && month == 0)
            return false;
        int day = directed ? direction.End + 1 : at + 1;
        bool between = u.Word(start).Term == Term.Between || u.Word(day).Term == Term.Between;
        bool opened = u.Word(day).Term is Term.From or Term.Between;
        day = opened ? day + 1 : day;
        if (!RangeGrammar.IsDayNumber(u, day, out int first, out int end) || !TimeSpanGrammar.IsConnector(u, end, between) || !RangeGrammar.IsDayNumber(u, end + 1, out int last, out end))
            return false;
        if (!directed && !opened || last <= first || u.Word(end).Month > 0 || ClockGrammar.TryMeridiem(u, end, out _, out _) || u.SymbolAt(end) is ':' or '/')
            return false;
        return directed ? TryDirected(u, direction, first, last, end, out reading) : TryNamed(u, month, first, last, end, out reading);
    }

    private static bool TryDirected(in Utterance u, Direction direction, int first, int last, int end, out Reading reading)
    {
        DateTime month = TimeUnits.AddMonths(Calendar.FirstOfMonth(u.Reference.Year, u.Reference.Month), direction.Steps);
        return RangeGrammar.TryExact(month.Year, month.Month, first, last, end, out reading);
    }

    private static bool TryNamed(in Utterance u, int month, int first, int last, int end, out Reading reading)
    {
        reading = default;
        int yearAt = u.SymbolAt(end) == ',' ? end + 1 : end;
        if (YearGrammar.TryRead(u, yearAt, out int year, out int after))
            return RangeGrammar.TryExact(year, month, first, last, after, out reading);
        if (!Calendar.IsMonthDay(month, first) || !Calendar.IsMonthDay(month, last))
            return false;
        Reading from = Reading.OfDay(Day.OfYear(month, first, u.Reference), end);
        reading = Combination.DateRange(from, Reading.OfDay(Day.OfYear(month, last, u.Reference), end), null, end);
        return true;
    }
}
