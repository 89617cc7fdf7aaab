namespace SupportBot.Recognizers.Dates;

/// <summary>Calendar arithmetic that never leaves the years 1 to 9999; weeks begin on Monday.</summary>
internal static class Calendar
{
    private const int YearsSearched = 9;
    private const int MonthsSearched = 4;

    public static bool IsDate(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A day of some year.</summary>
    public static bool IsMonthDay(int month, int day) => IsDate(2000, month, day);

    public static DateTime FirstOfYear(int year) => new(Math.Clamp(year, 1, 9999), 1, 1);

    public static DateTime FirstOfMonth(int year, int month) => new(Math.Clamp(year, 1, 9999), month, 1);

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int Weekday(DateTime date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    /// <summary>The given weekday in the week of the date.</summary>
    public static DateTime OfWeek(DateTime date, int weekday) => TimeUnits.AddDays(date.Date, weekday - Weekday(date));

    /// <summary>The last such day before the reference, or the first not before it; <see cref="DateTime.MinValue"/> where there is none.</summary>
    public static DateTime Nearest(int month, int day, DateTime reference, int direction)
    {
        int year = reference.Year;
        for (int i = 0; i < YearsSearched; i++, year += direction)
        {
            if (IsDate(year, month, day) && Suits(new DateTime(year, month, day), reference, direction))
                return new DateTime(year, month, day);
        }

        return DateTime.MinValue;
    }

    public static DateTime NearestOfMonth(int day, DateTime reference, int direction)
    {
        DateTime month = FirstOfMonth(reference.Year, reference.Month);
        for (int i = 0; i < MonthsSearched; i++, month = TimeUnits.AddMonths(month, direction))
        {
            if (IsDate(month.Year, month.Month, day) && Suits(new DateTime(month.Year, month.Month, day), reference, direction))
                return new DateTime(month.Year, month.Month, day);
        }

        return DateTime.MinValue;
    }

    /// <summary>The nth such weekday of a month, the last one for 5 where there are only four.</summary>
    public static DateTime NthWeekday(int year, int month, int weekday, int nth)
    {
        DateTime first = FirstOfMonth(year, month);
        DateTime day = TimeUnits.AddDays(first, (weekday - Weekday(first) + 7) % 7 + 7 * (nth - 1));
        return day.Month == month ? day : TimeUnits.AddDays(day, -7);
    }

    /// <summary>Easter Sunday by the Gregorian computus (Meeus, Jones and Butcher).</summary>
    public static DateTime Easter(int year)
    {
        int golden = year % 19, century = year / 100, rest = year % 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int correction = (golden + 11 * epact + 22 * sunday) / 451;
        int days = epact + sunday - 7 * correction + 114;
        return new DateTime(Math.Clamp(year, 1, 9999), days / 31, days % 31 + 1);
    }

    /// <summary>A year of two digits: 30 and above in the last century, below in this one.</summary>
    public static int FullYear(int year) => year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year;

    private static bool Suits(DateTime date, DateTime reference, int direction) => direction < 0 ? date < reference : date >= reference;
}
