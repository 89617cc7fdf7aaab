using System.Globalization;

namespace SupportBot.Desk.Shifts;

/// <summary>Times of day and days of the week as the shift plan writes them.</summary>
internal static class ShiftTimes
{
    private const string Midnight = "24:00";

    public static bool AreRight(int day, string? from, string? to) =>
        day is >= 1 and <= 7 && IsTime(from) && (to == Midnight || IsTime(to)) && Read(from ?? "") < Read(to ?? "");

    public static TimeSpan Read(string time) =>
        time == Midnight ? TimeSpan.FromDays(1) : TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture).ToTimeSpan();

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int DayOf(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    private static bool IsTime(string? time) => TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
