using SupportBot.Articles;

namespace SupportBot.Outreach.Sending;

/// <summary>Where a day and a week begin by a recipient's calendar.</summary>
internal static class LocalDays
{
    public static DateTimeOffset StartOfDay(DateTimeOffset moment, TimeZoneInfo zone) =>
        StoreZone.Moment(TimeZoneInfo.ConvertTime(moment, zone).Date, zone);

    public static DateTimeOffset StartOfWeek(DateTimeOffset moment, TimeZoneInfo zone)
    {
        DateTime today = TimeZoneInfo.ConvertTime(moment, zone).Date;
        return StoreZone.Moment(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)), zone);
    }
}
