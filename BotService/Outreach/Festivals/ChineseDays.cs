using System.Globalization;

namespace SupportBot.Outreach.Festivals;

/// <summary>Days of the Chinese calendar, by the date in China whatever the server's zone.</summary>
internal static class ChineseDays
{
    private const int Months = 12;

    private static readonly ChineseLunisolarCalendar Calendar = new();

    // The last month before .NET's calendar begins, on 1901-02-19: it had 30 days, from the new moon of 1901-01-20.
    private static readonly DateOnly LastMonthOf1900 = new(1901, 1, 20);

    /// <summary>The first day of the Chinese year that begins in the Gregorian year.</summary>
    public static DateOnly NewYear(int year) => DateOnly.FromDateTime(Calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0));

    /// <summary>The Gregorian days within a year that are that day of the Chinese calendar; leap months do not count.</summary>
    public static IReadOnlyList<DateOnly> In(int year, int month, int day) =>
        [.. ((int[])[year - 1, year]).Select(chinese => Find(chinese, month, day)).OfType<DateOnly>().Where(date => date.Year == year)];

    private static DateOnly? Find(int chineseYear, int month, int day)
    {
        if (chineseYear < Festival.FirstYear)
        {
            return month == Months ? LastMonthOf1900.AddDays(day - 1) : null;
        }

        // .NET counts a leap month like any other, so that the months behind it come one later.
        int leap = Calendar.GetLeapMonth(chineseYear);
        int ordinal = leap > 0 && month >= leap ? month + 1 : month;
        return day <= Calendar.GetDaysInMonth(chineseYear, ordinal)
            ? DateOnly.FromDateTime(Calendar.ToDateTime(chineseYear, ordinal, day, 0, 0, 0, 0))
            : null;
    }
}
