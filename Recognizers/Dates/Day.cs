namespace SupportBot.Recognizers.Dates;

/// <summary>A day as said: its TIMEX and the nearest days it can mean before and after the reference; both the same where it is certain.</summary>
internal readonly record struct Day(string Timex, DateTime Past, DateTime Future, bool IsHoliday = false)
{
    public bool IsNone => Timex is null;

    public bool IsCertain => Past == Future;

    public static Day Exact(DateTime date) => new(Dates.Timex.Date(date), date.Date, date.Date);

    /// <summary>A day of a month in no particular year; one that exists in no near year is kept unresolved.</summary>
    public static Day OfYear(int month, int day, DateTime reference) =>
        new(Dates.Timex.MonthDay(month, day), Calendar.Nearest(month, day, reference, -1), Calendar.Nearest(month, day, reference, 1));

    /// <summary>"The 18th": of the reference's month or the nearest one that has such a day.</summary>
    public static Day OfMonth(int day, DateTime reference) => new(
        Dates.Timex.DayOfMonth(day), Calendar.NearestOfMonth(day, reference, -1), Calendar.NearestOfMonth(day, reference, 1));

    public static Day OfWeek(int weekday, DateTime reference)
    {
        DateTime day = Calendar.OfWeek(reference, weekday);
        DateTime past = day >= reference.Date ? TimeUnits.AddDays(day, -7) : day;
        DateTime future = day < reference.Date ? TimeUnits.AddDays(day, 7) : day;
        return new Day(Dates.Timex.Weekday(weekday), past, future);
    }
}
