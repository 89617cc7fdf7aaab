using System.Globalization;

namespace SupportBot.Recognizers.Dates;

/// <summary>Days of the Chinese calendar; .NET knows the years 1901 to 2100.</summary>
internal static class LunarCalendar
{
    private const int ShortMonth = 29;
    private static readonly ChineseLunisolarCalendar Chinese = new();

    /// <summary>The Gregorian day of a Chinese month and day, leap months not counted; <see cref="DateTime.MinValue"/> where there is none.</summary>
    public static DateTime DateOf(int year, int month, int day)
    {
        if (year < Chinese.MinSupportedDateTime.Year || year >= Chinese.MaxSupportedDateTime.Year)
            return DateTime.MinValue;
        int leap = Chinese.GetLeapMonth(year);
        int ordinal = leap > 0 && month >= leap ? month + 1 : month;
        return day <= Chinese.GetDaysInMonth(year, ordinal) ? Chinese.ToDateTime(year, ordinal, day, 0, 0, 0, 0) : DateTime.MinValue;
    }

    /// <summary>As <see cref="DateOf"/>; a day the month has not is its last one, as New Year's Eve is said to be the thirtieth.</summary>
    public static DateTime LastDateOf(int year, int month, int day)
    {
        DateTime date = DateOf(year, month, day);
        for (; date == DateTime.MinValue && day > ShortMonth; day--)
            date = DateOf(year, month, day - 1);
        return date;
    }
}
