using System.Globalization;

namespace SupportBot.Outreach.Festivals;

/// <summary>Days of the Chinese calendar, by the date in China whatever the server's zone.</summary>
internal static class ChineseDays
{
    private const int Months = 12;

    private const string Digits = "一二三四五六七八九";

    private static readonly string[] MonthNames = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"];

    private static readonly ChineseLunisolarCalendar Calendar = new();

    // The last month before .NET's calendar begins, on 1901-02-19: it had 30 days, from the new moon of 1901-01-20.
    private static readonly DateOnly LastMonthOf1900 = new(1901, 1, 20);

    /// <summary>The first day of the Chinese year that begins in the Gregorian year.</summary>
    public static DateOnly NewYear(int year) => DateOnly.FromDateTime(Calendar.ToDateTime(year, 1, 1, 0, 0, 0, 0));

    /// <summary>The Gregorian days within a year that are that day of the Chinese calendar; leap months do not count.</summary>
    public static IReadOnlyList<DateOnly> In(int year, int month, int day) =>
        [.. ((int[])[year - 1, year]).Select(chinese => Find(chinese, month, day)).OfType<DateOnly>().Where(date => date.Year == year)];

    /// <summary>The day as the Chinese calendar writes it: 八月十五, 闰六月初一; null where the calendar is not known.</summary>
    public static string? TextOf(DateOnly date)
    {
        DateTime day = date.ToDateTime(TimeOnly.MinValue);
        if (day < Calendar.MinSupportedDateTime || day > Calendar.MaxSupportedDateTime)
        {
            return null;
        }

        int leap = Calendar.GetLeapMonth(Calendar.GetYear(day));
        int ordinal = Calendar.GetMonth(day);
        int month = leap > 0 && ordinal >= leap ? ordinal - 1 : ordinal;
        return $"{(ordinal == leap ? "闰" : "")}{MonthNames[month - 1]}月{DayName(Calendar.GetDayOfMonth(day))}";
    }

    private static string DayName(int day) => day switch
    {
        10 => "初十",
        20 => "二十",
        30 => "三十",
        < 10 => $"初{Digits[day - 1]}",
        < 20 => $"十{Digits[day - 11]}",
        _ => $"廿{Digits[day - 21]}",
    };

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
