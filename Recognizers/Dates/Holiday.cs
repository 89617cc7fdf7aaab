namespace SupportBot.Recognizers.Dates;

/// <summary>
/// A holiday by its rule: a day of the year, the nth weekday of a month, a number of days from Easter, from Thanksgiving, or by
/// the Chinese calendar.
/// </summary>
internal sealed record Holiday(HolidayRule Rule, int Month, int Day, int Nth)
{
    private const int Thursday = 4;

    public DateTime In(int year) => Rule switch
    {
        HolidayRule.Fixed => new DateTime(year, Month, Day),
        HolidayRule.NthWeekday => Calendar.NthWeekday(year, Month, Day, Nth),
        HolidayRule.Easter => TimeUnits.AddDays(Calendar.Easter(year), Day),
        HolidayRule.Thanksgiving => TimeUnits.AddDays(Calendar.NthWeekday(year, 11, Thursday, 4), Day),
        HolidayRule.Lunar => LunarCalendar.DateOf(year, Month, Day),
        HolidayRule.LunarEve => TimeUnits.AddDays(LunarCalendar.DateOf(year, 1, 1), -1),
    };

    public bool IsLunar => Rule is HolidayRule.Lunar or HolidayRule.LunarEve;

    /// <summary>The holiday in no particular year; those that move are written by their weekday.</summary>
    public Day Nearest(DateTime reference)
    {
        DateTime thisYear = In(reference.Year);
        DateTime past = thisYear >= reference && reference.Year > 1 ? In(reference.Year - 1) : thisYear;
        DateTime future = thisYear < reference && reference.Year < 9999 ? In(reference.Year + 1) : thisYear;
        return new Day(TimexOf(thisYear), past, future, true);
    }

    private string TimexOf(DateTime date) => Rule switch
    {
        HolidayRule.NthWeekday => $"XXXX-{Month:D2}-WXX-{Day}-{Nth}",
        HolidayRule.Thanksgiving => $"XXXX-11-WXX-{Calendar.Weekday(date)}-4",
        HolidayRule.Lunar => Timex.MonthDay(Month, Day),
        _ => Timex.MonthDay(date.Month, date.Day),
    };
}
