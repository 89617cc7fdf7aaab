using SupportBot.Dialogs;

namespace SupportBot.Articles;

/// <summary>The store's time zone: <c>time_zone</c> of <c>store.yaml</c>, an IANA name; UTC when it is missing or unknown.</summary>
internal static class StoreZone
{
    public static TimeZoneInfo Of(StoreFacts facts) =>
        facts.Find("time_zone", Language.English) is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The moment of a clock time in a zone. One that the change to summer time leaves out is moved forward by what is left out; of one that comes twice it is the first.</summary>
    public static DateTimeOffset Moment(DateTime clock, TimeZoneInfo zone)
    {
        DateTime local = DateTime.SpecifyKind(clock, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(local))
        {
            return new DateTimeOffset(local, zone.GetUtcOffset(local.AddHours(-3)));
        }

        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }
}
