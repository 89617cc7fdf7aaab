using System.Text;

namespace SupportBot.Recognizers.Dates;

/// <summary>Periods counted from the reference: the current, next and last ones, and several on end.</summary>
internal static class RelativePeriods
{
    private const int BusinessDaysListed = 366;

    /// <summary>The unit so many steps from the one the reference lies in.</summary>
    public static Period Of(TimeUnit unit, int steps, DateTime reference)
    {
        DateTime month = Calendar.FirstOfMonth(reference.Year, reference.Month);
        switch (unit)
        {
            case TimeUnit.Week: return Period.OfWeek(TimeUnits.AddDays(reference.Date, 7 * steps));
            case TimeUnit.Fortnight: return Fortnight(Calendar.OfWeek(TimeUnits.AddDays(reference, 14 * steps), 1));
            case TimeUnit.Weekend: return Period.OfWeekend(TimeUnits.AddDays(reference.Date, 7 * steps));
            case TimeUnit.BusinessDay: return WorkingWeek(TimeUnits.AddDays(reference.Date, 7 * steps));
            case TimeUnit.Month:
                DateTime first = TimeUnits.AddMonths(month, steps);
                return Period.OfMonth(first.Year, first.Month);
            case TimeUnit.Quarter: return Quarters(reference, steps, 1);
            case TimeUnit.Decade: return Decades(reference, steps, 1);
            case TimeUnit.Century: return Period.OfYears(reference.Year - reference.Year % 100 + 100 * steps, 100);
            default: return Period.OfYear(reference.Year + steps);
        }
    }

    /// <summary>The next or last so many: days from tomorrow on or up to today, quarters and decades by the calendar.</summary>
    public static Reading Count(Duration duration, double count, TimeUnit unit, int direction, DateTime reference, int end)
    {
        if (unit is TimeUnit.Quarter or TimeUnit.Decade)
        {
            int units = (int)Math.Clamp(count, 1, 100);
            int steps = direction > 0 ? 1 : -units;
            return Reading.OfPeriod(unit == TimeUnit.Quarter ? Quarters(reference, steps, units) : Decades(reference, steps, units), end);
        }

        if (duration.IsOfDay)
            return Between(reference, duration.From(reference, direction), duration, end);
        if (duration.IsBusinessDays)
            return BusinessDays(reference.Date, (int)Math.Clamp(count, 1, BusinessDaysListed), direction, duration, end);
        DateTime start = direction > 0 ? TimeUnits.AddDays(reference.Date, 1) : duration.From(reference.Date, -1);
        DateTime stop = direction > 0 ? duration.From(start, 1) : reference.Date;
        return Combination.Span(start, stop, duration.ToTimex(), false, end);
    }

    /// <summary>From one moment to another in their order.</summary>
    public static Reading Between(DateTime one, DateTime other, Duration duration, int end)
    {
        (DateTime start, DateTime stop) = one <= other ? (one, other) : (other, one);
        return Combination.Span(start, stop, duration.ToTimex(), duration.IsOfDay, end);
    }

    private static Period Fortnight(DateTime monday)
    {
        DateTime end = TimeUnits.AddDays(monday, 14);
        return Period.Exact(Timex.Range(Timex.Date(monday), Timex.Date(end), Timex.Duration(1, TimeUnit.Fortnight)), monday, end);
    }

    private static Period WorkingWeek(DateTime day)
    {
        Period week = Period.OfWeek(day);
        DateTime end = TimeUnits.AddDays(week.FutureStart, 5);
        return week with { PastEnd = end, FutureEnd = end };
    }

    private static Period Quarters(DateTime reference, int steps, int count)
    {
        DateTime current = Calendar.FirstOfMonth(reference.Year, (reference.Month - 1) / 3 * 3 + 1);
        return Period.OfMonths(TimeUnits.AddMonths(current, 3 * steps), 3 * count);
    }

    private static Period Decades(DateTime reference, int steps, int count) =>
        Period.OfYears(reference.Year - reference.Year % 10 + 10 * steps, 10 * count);

    private static Reading BusinessDays(DateTime reference, int count, int direction, Duration duration, int end)
    {
        StringBuilder list = new();
        DateTime first = TimeUnits.Add(reference, direction > 0 ? 1 : -count, TimeUnit.BusinessDay);
        DateTime day = first;
        for (int i = 0; i < count; i++)
        {
            day = i == 0 ? first : TimeUnits.Add(day, 1, TimeUnit.BusinessDay);
            list.Append(i == 0 ? "" : ",").Append(Timex.Date(day));
        }

        Reading range = Combination.Span(first, TimeUnits.AddDays(day, 1), duration.ToTimex(), false, end);
        range.DayList = list.ToString();
        if (direction < 0)
            range = WithEnd(range, first, reference, duration);
        return range;
    }

    private static Reading WithEnd(Reading range, DateTime start, DateTime end, Duration duration)
    {
        range.Timex = Timex.Range(Timex.Date(start), Timex.Date(end), duration.ToTimex());
        range.PastEnd = end;
        range.FutureEnd = end;
        return range;
    }
}
