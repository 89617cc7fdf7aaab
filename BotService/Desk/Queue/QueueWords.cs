using System.Globalization;
using SupportBot.Dialogs;
using SupportBot.Operation;

namespace SupportBot.Desk.Queue;

/// <summary>What a waiting shopper is told, in their language.</summary>
internal static class QueueWords
{
    private static readonly SpokenWords Words = new("Desk.Words.queue");

    public static string Waiting(string locale, int place, int? minutes) => Words.Say(
        locale,
        minutes is null ? "place" : minutes == 1 ? "placeAndMinute" : "placeAndMinutes",
        ("place", place.ToString(CultureInfo.InvariantCulture)),
        ("minutes", minutes?.ToString(CultureInfo.InvariantCulture) ?? ""));

    /// <param name="locale">The shopper's language.</param>
    /// <param name="opens">When people are back.</param>
    /// <param name="zone">The store's zone, in which the time is told.</param>
    public static string Closed(string locale, DateTimeOffset opens, TimeZoneInfo zone)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo(locale == Language.Chinese ? "zh-CN" : "en-GB");
        DateTime local = TimeZoneInfo.ConvertTime(opens, zone).DateTime;
        return Words.Say(locale, "closed", ("day", local.ToString(locale == Language.Chinese ? "M月d日dddd" : "dddd d MMMM", culture)), ("time", local.ToString("HH:mm", culture)));
    }
}
