using System.Globalization;

namespace SupportBot.Recognizers.Dates;

/// <summary>Days of the Islamic calendar as Umm al-Qura counts them; .NET knows the years 1900 to 2077.</summary>
internal static class IslamicCalendar
{
    private static readonly UmAlQuraCalendar UmAlQura = new();

    /// <summary>The first such day within a Gregorian year, or <see cref="DateTime.MinValue"/> where there is none.</summary>
    public static DateTime DateOf(int year, int month, int day)
    {
        if (year <= UmAlQura.MinSupportedDateTime.Year || year >= UmAlQura.MaxSupportedDateTime.Year)
            return DateTime.MinValue;
        int hijri = UmAlQura.GetYear(new DateTime(year, 1, 1));
        DateTime date = UmAlQura.ToDateTime(hijri, month, day, 0, 0, 0, 0);
        return date.Year == year ? date : UmAlQura.ToDateTime(hijri + 1, month, day, 0, 0, 0, 0);
    }
}
