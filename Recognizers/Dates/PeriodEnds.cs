namespace SupportBot.Recognizers.Dates;

/// <summary>The first or last so many days, weeks or months of a month or year; the weeks are those that belong to it by their Thursday.</summary>
internal static class PeriodEnds
{
    private const int MostUnits = 366;
    private const int LongestMonth = 31;

    public static bool TryCut(in Reading whole, double count, TimeUnit unit, bool last, out Period period)
    {
        period = default;
        if (unit is not (TimeUnit.Month or TimeUnit.Week or TimeUnit.Day) || count is < 1 or > MostUnits || count != Math.Floor(count))
            return false;
        Duration length = Duration.Of(count, unit);
        (DateTime pastFrom, DateTime pastTo) = Cut(whole.PastStart, whole.PastEnd, length, unit, last);
        (DateTime from, DateTime to) = Cut(whole.FutureStart, whole.FutureEnd, length, unit, last);
        string timex = Timex.Range(Timex.Day(from, from == pastFrom), Timex.Day(to, from == pastFrom), length.ToTimex());
        period = new Period(timex, pastFrom, pastTo, from, to);
        return unit != TimeUnit.Month || (whole.FutureEnd - whole.FutureStart).TotalDays > LongestMonth;
    }

    private static (DateTime From, DateTime To) Cut(DateTime start, DateTime end, Duration length, TimeUnit unit, bool last)
    {
        if (unit == TimeUnit.Week)
            (start, end) = Weeks(start, end);
        return last ? (length.From(end, -1), end) : (start, length.From(start, 1));
    }

    private static (DateTime Start, DateTime End) Weeks(DateTime start, DateTime end)
    {
        const int Thursday = 4;
        DateTime first = Calendar.OfWeek(start, 1), next = Calendar.OfWeek(end, 1);
        return (Calendar.Weekday(start) <= Thursday ? first : TimeUnits.AddDays(first, 7), Calendar.Weekday(end) <= Thursday ? next : TimeUnits.AddDays(next, 7));
    }
}
