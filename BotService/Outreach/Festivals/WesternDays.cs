namespace SupportBot.Outreach.Festivals;

/// <summary>Days of the Gregorian calendar that move.</summary>
internal static class WesternDays
{
    public static DateOnly NthWeekday(int year, int month, DayOfWeek weekday, int nth)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays((weekday - first.DayOfWeek + 7) % 7 + 7 * (nth - 1));
    }

    /// <summary>Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly Easter(int year)
    {
        int golden = year % 19, century = year / 100, rest = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int correction = (golden + 11 * epact + 22 * sunday) / 451;
        int days = epact + sunday - 7 * correction + 114;
        return new DateOnly(year, days / 31, days % 31 + 1);
    }

    /// <summary>A birthday or anniversary in a year. Whoever was born on 29 February has it on the 28th of a common year, within the month of birth.</summary>
    public static DateOnly Anniversary(DateOnly origin, int year) =>
        new(year, origin.Month, Math.Min(origin.Day, DateTime.DaysInMonth(year, origin.Month)));
}
