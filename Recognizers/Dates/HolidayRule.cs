namespace SupportBot.Recognizers.Dates;

internal enum HolidayRule : byte
{
    Fixed,
    NthWeekday,
    Easter,
    Thanksgiving,
    Lunar,
    Chinese,
    Hijri,
}
