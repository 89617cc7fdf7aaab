namespace SupportBot.Recognizers.Dates;

/// <summary>A range of days as said, from the first day to the day after the last, with its nearest past and future readings.</summary>
/// <param name="FutureTimex">The TIMEX of the future reading where it is another one.</param>
internal readonly record struct Period(
    string Timex, DateTime PastStart, DateTime PastEnd, DateTime FutureStart, DateTime FutureEnd, string? Mod = null, string? FutureTimex = null)
{
    public static Period Exact(string timex, DateTime start, DateTime end, string? mod = null) => new(timex, start, end, start, end, mod);

    public static Period OfYear(int year) => Exact(Dates.Timex.Year(year), Calendar.FirstOfYear(year), Calendar.FirstOfYear(year + 1));

    public static Period OfMonth(int year, int month)
    {
        DateTime first = Calendar.FirstOfMonth(year, month);
        return Exact(Dates.Timex.Month(year, month), first, TimeUnits.AddMonths(first, 1));
    }

    /// <summary>A month in no particular year; the reference's own month counts as one to come.</summary>
    public static Period AnyMonth(int month, DateTime reference)
    {
        DateTime future = Calendar.FirstOfMonth(month < reference.Month ? reference.Year + 1 : reference.Year, month);
        DateTime past = TimeUnits.AddMonths(future, -12);
        return new Period(Dates.Timex.AnyMonth(month), past, TimeUnits.AddMonths(past, 1), future, TimeUnits.AddMonths(future, 1));
    }

    public static Period OfWeek(DateTime day)
    {
        DateTime monday = Calendar.OfWeek(day, 1);
        return Exact(Dates.Timex.Week(monday), monday, TimeUnits.AddDays(monday, 7));
    }

    public static Period OfWeekend(DateTime day)
    {
        DateTime saturday = Calendar.OfWeek(day, 6);
        return Exact(Dates.Timex.Weekend(saturday), saturday, TimeUnits.AddDays(saturday, 2));
    }

    /// <summary>A calendar span whose TIMEX spells out both ends, as quarters and halves do.</summary>
    public static Period OfMonths(DateTime first, int months)
    {
        DateTime end = TimeUnits.AddMonths(first, months);
        string timex = Dates.Timex.Range(Dates.Timex.Date(first), Dates.Timex.Date(end), Dates.Timex.Duration(months, TimeUnit.Month));
        return Exact(timex, first, end);
    }

    public static Period OfYears(int first, int years)
    {
        DateTime start = Calendar.FirstOfYear(first), end = Calendar.FirstOfYear(first + years);
        return Exact(Dates.Timex.Range(Dates.Timex.Date(start), Dates.Timex.Date(end), Dates.Timex.Duration(years, TimeUnit.Year)), start, end);
    }

    /// <summary>A quarter of no particular year: the last one that has ended and the one after it.</summary>
    public static Period AnyMonths(int month, int months, DateTime reference)
    {
        DateTime thisYear = Calendar.FirstOfMonth(reference.Year, month);
        DateTime past = TimeUnits.AddMonths(thisYear, months) > reference ? TimeUnits.AddMonths(thisYear, -12) : thisYear;
        DateTime future = TimeUnits.AddMonths(past, 12);
        DateTime pastEnd = TimeUnits.AddMonths(past, months), futureEnd = TimeUnits.AddMonths(future, months);
        string end = Dates.Timex.MonthDay(pastEnd.Month, 1);
        string timex = Dates.Timex.Range(Dates.Timex.MonthDay(month, 1), end, Dates.Timex.Duration(months, TimeUnit.Month));
        return new Period(timex, past, pastEnd, future, futureEnd);
    }
}
