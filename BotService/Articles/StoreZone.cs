using SupportBot.Dialogs;

namespace SupportBot.Articles;

/// <summary>The store's time zone: <c>time_zone</c> of <c>store.yaml</c>, an IANA name; UTC when it is missing or unknown.</summary>
internal static class StoreZone
{
    public static TimeZoneInfo Of(StoreFacts facts) =>
        facts.Find("time_zone", Language.English) is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : TimeZoneInfo.Utc;
}
