namespace SupportBot.Recognizers.Dates;

/// <summary>
/// A holiday by its rule: a day of the year, the nth weekday of a month, a number of days from Easter or from Thanksgiving, or a day
/// of the Chinese or the Islamic calendar.
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
        HolidayRule.Lunar => new DateTime(year, Month, Day),
        HolidayRule.Chinese => LunarCalendar.DateOf(year, Month, Day),
        HolidayRule.Hijri => IslamicCalendar.DateOf(year, Month, Day),
    };

    /// <summary>Written by its month and day in the Chinese calendar, as the Chinese specifications do; the reader turns it into a day of ours.</summary>
    public bool IsLunar => Rule == HolidayRule.Lunar;

    /// <summary>The holiday in no particular year; those of a weekday are written by it, others that move by their day of this year.</summary>
    public Day Nearest(DateTime reference)
    {
        DateTime thisYear = In(reference.Year);
        DateTime past = thisYear >= reference && reference.Year > 1 ? In(reference.Year - 1) : thisYear;
        DateTime future = thisYear < reference && reference.Year < 9999 ? In(reference.Year + 1) : thisYear;
        return new Day(TimexOf(thisYear), past, future, true);
    }

    /// <summary>The holiday of one year.</summary>
    public Day OfYear(int year)
    {
        year = Math.Clamp(year, 1, 9999);
        DateTime date = In(year);
        return Rule == HolidayRule.NthWeekday ? new Day(Timex.Year(year) + WeekdayTimex, date, date, true) : Dates.Day.Exact(date);
    }

    private string WeekdayTimex => $"-{Month:D2}-WXX-{Day}-{Math.Min(Nth, 4)}";

    private string TimexOf(DateTime date) => Rule switch
    {
        HolidayRule.NthWeekday => "XXXX" + WeekdayTimex,
        _ => Timex.MonthDay(date.Month, date.Day),
    };
}
