namespace SupportBot.Recognizers.Dates;

internal enum ReadingKind : byte
{
    None,
    Date,
    Time,
    DateTime,
    DateRange,
    TimeRange,
    DateTimeRange,
    Duration,
    Set,
}
