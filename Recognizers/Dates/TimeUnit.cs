namespace SupportBot.Recognizers.Dates;

internal enum TimeUnit : byte
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    BusinessDay,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}
