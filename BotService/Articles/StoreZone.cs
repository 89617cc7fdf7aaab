using SupportBot.Dialogs;

namespace SupportBot.Articles;

/// <summary>The store's time zone: <c>time_zone</c> of <c>store.yaml</c>, an IANA name; UTC when it is missing or unknown.</summary>
internal static class StoreZone
{
    // More than any zone is from Greenwich, less than the time between two changes.
    private static readonly TimeSpan Around = TimeSpan.FromHours(24);

    public static TimeZoneInfo Of(StoreFacts facts) =>
        facts.Find("time_zone", Language.English) is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The moment of a clock time in a zone. One that the change to summer time leaves out is moved forward by what is left out; of one that comes twice it is the first.</summary>
    public static DateTimeOffset Moment(DateTime clock, TimeZoneInfo zone)
    {
        // The zone is only asked about moments: about clock times near a change some zones give wrong answers (Dublin, Tomsk).
        DateTime local = DateTime.SpecifyKind(clock, DateTimeKind.Unspecified);
        DateTimeOffset near = new(local, TimeSpan.Zero);
        TimeSpan before = zone.GetUtcOffset(near - Around);
        TimeSpan after = zone.GetUtcOffset(near + Around);
        DateTimeOffset first = new(local, before);
        DateTimeOffset second = new(local, after);
        return zone.GetUtcOffset(first) == before || zone.GetUtcOffset(second) != after ? first : second;
    }
}
