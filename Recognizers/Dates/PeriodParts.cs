namespace SupportBot.Recognizers.Dates;

/// <summary>The beginning, middle or end of a period: thirds of a year or of more of them, halves of a month and a week (a month's middle is its 11th to 20th).</summary>
internal static class PeriodParts
{
    private const int MidDays = 10;

    /// <summary>The part named by a modifier; "earlier" and "later" stop at or begin with the reference instead of carrying a modifier.</summary>
    public static Period Of(Period period, string part)
    {
        (DateTime pastStart, DateTime pastEnd) = Cut(period.PastStart, period.PastEnd, part);
        (DateTime futureStart, DateTime futureEnd) = Cut(period.FutureStart, period.FutureEnd, part);
        return new Period(period.Timex, pastStart, pastEnd, futureStart, futureEnd, part);
    }

    public static Period Earlier(Period period, DateTime reference)
    {
        DateTime half = Half(period.FutureStart, period.FutureEnd);
        return Period.Exact(period.Timex, period.FutureStart, half < reference.Date ? half : reference.Date);
    }

    public static Period Later(Period period, DateTime reference)
    {
        DateTime half = Half(period.FutureStart, period.FutureEnd);
        return Period.Exact(period.Timex, half > reference.Date ? half : reference.Date, period.FutureEnd);
    }

    private static (DateTime Start, DateTime End) Cut(DateTime start, DateTime end, string part)
    {
        bool year = (end - start).TotalDays > 300;
        int third = (end.Year - start.Year) * 12 / 3;
        DateTime first = year ? TimeUnits.AddMonths(start, third) : Half(start, end);
        DateTime second = year ? TimeUnits.AddMonths(start, 2 * third) : first;
        if (part == Mods.Start)
            return (start, first);
        if (part == Mods.End)
            return (second, end);
        if (year)
            return (first, second);
        bool month = (end - start).TotalDays > 20;
        DateTime mid = TimeUnits.AddDays(start, month ? MidDays : 1);
        return (mid, TimeUnits.AddDays(mid, month ? MidDays : 3));
    }

    private static DateTime Half(DateTime start, DateTime end) => (end - start).TotalDays switch
    {
        > 300 => TimeUnits.AddMonths(start, 6),
        > 20 and < 40 => TimeUnits.AddDays(start, 15),
        > 40 => TimeUnits.AddDays(start, Math.Floor((end - start).TotalDays / 2)),
        _ => TimeUnits.AddDays(start, 3),
    };
}
