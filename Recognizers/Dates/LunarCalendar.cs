using System.Globalization;

namespace SupportBot.Recognizers.Dates;

/// <summary>Days of the Chinese calendar; .NET knows the years 1901 to 2100.</summary>
internal static class LunarCalendar
{
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
}
