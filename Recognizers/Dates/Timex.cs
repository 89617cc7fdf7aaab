using System.Globalization;
using SupportBot.Recognizers.Numbers;

namespace SupportBot.Recognizers.Dates;

/// <summary>Writes the TIMEX3 expressions of the specifications. X stands for what was not said: XXXX-12-25 is any Christmas.</summary>
internal static class Timex
{
    public const string Now = "PRESENT_REF";
    public const string Soon = "FUTURE_REF";
    public const string Recently = "PAST_REF";

    public static string Date(DateTime date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}");

    public static string MonthDay(int month, int day) => string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}-{day:D2}");

    /// <summary>A day whose year is known, or one of any year.</summary>
    public static string Day(DateTime day, bool certain) => certain ? Date(day) : MonthDay(day.Month, day.Day);

    public static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");

    public static string Year(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    public static string AnyMonth(int month) => string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}");

    public static string DayOfMonth(int day) => string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:D2}");

    public static string Weekday(int weekday) => string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}");

    /// <summary>The nth such weekday of any month, the last one for 5.</summary>
    public static string NthWeekdayOfMonth(int weekday, int nth) => string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-WXX-{weekday}-#{nth}");

    public static string Week(DateTime day) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):D4}-W{ISOWeek.GetWeekOfYear(day):D2}");

    public static string Weekend(DateTime day) =>
        string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day):D4}-W{ISOWeek.GetWeekOfYear(day):D2}-WE");

    public static string Clock(Clock clock) => clock switch
    {
        { IsNone: true } => "",
        { Minute: < 0 } => string.Create(CultureInfo.InvariantCulture, $"T{clock.Hour:D2}"),
        { Second: < 0 } => string.Create(CultureInfo.InvariantCulture, $"T{clock.Hour:D2}:{clock.Minute:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"T{clock.Hour:D2}:{clock.Minute:D2}:{clock.Second:D2}"),
    };

    public static string DateTime(DateTime moment) => Date(moment) + Clock(Dates.Clock.Exact(moment.TimeOfDay));

    public static string Range(string start, string end, string length) => $"({start},{end},{length})";

    /// <summary>A whole or broken count of one unit, "P3D", "PT1.5H".</summary>
    public static string Duration(double count, TimeUnit unit) => (TimeUnits.IsOfDay(unit) ? "PT" : "P") + Amount(count, unit);

    public static string Amount(double count, TimeUnit unit) =>
        NumberFormat.Write(count * TimeUnits.TimexFactor(unit)) + TimeUnits.TimexLetters(unit);

    public static string Days(DateTime start, DateTime end) => "P" + NumberFormat.Write((end.Date - start.Date).Days) + "D";

    /// <summary>The hours, minutes and seconds between two moments, "PT2H30M".</summary>
    public static string Elapsed(TimeSpan length)
    {
        int hours = (int)Math.Floor(length.TotalHours);
        if (hours >= 24 && length.Minutes == 0 && length.Seconds == 0 && hours % 24 == 0)
            return "P" + NumberFormat.Write(hours / 24) + "D";
        string written = "PT" + (hours > 0 ? NumberFormat.Write(hours) + "H" : "");
        written += length.Minutes > 0 ? NumberFormat.Write(length.Minutes) + "M" : "";
        return length.Seconds > 0 ? written + NumberFormat.Write(length.Seconds) + "S" : written;
    }
}
