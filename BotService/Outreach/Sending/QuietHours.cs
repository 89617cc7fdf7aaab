using SupportBot.Articles;
using SupportBot.Outreach.Campaigns;

namespace SupportBot.Outreach.Sending;

/// <summary>The hours in which nobody is written to, by their own clock.</summary>
internal readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    private const int MinutesADay = 24 * 60;

    // Each end may lie in other quiet hours; those that leave no time at all are held for days, until the message is past its expiry.
    private const int MostEnds = 8;

    /// <summary>Those that hold for all, and the campaign's own.</summary>
    public static QuietHours[] Of(OutreachOptions options, CampaignPlan plan) =>
        plan is { QuietFrom: { } from, QuietUntil: { } until } ? [new(options.QuietFrom, options.QuietUntil), new(from, until)] : [new(options.QuietFrom, options.QuietUntil)];

    /// <summary>Whether they leave no minute of a day.</summary>
    public static bool AreEndless(QuietHours[] all) => Enumerable.Range(0, MinutesADay).All(minute => all.Any(quiet => quiet.Holds(TimeOnly.MinValue.AddMinutes(minute))));

    /// <summary>When none of them holds any more; null when none does at the moment.</summary>
    public static DateTimeOffset? EndAfter(QuietHours[] all, DateTimeOffset moment, TimeZoneInfo zone)
    {
        DateTimeOffset? end = null;
        for (int found = 0; found < MostEnds && all.Max(quiet => quiet.EndAfter(end ?? moment, zone)) is { } later; found++)
        {
            end = later;
        }

        return end;
    }

    /// <summary>When the quiet hours end that a moment lies in; null when it lies in none.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset moment, TimeZoneInfo zone)
    {
        DateTime clock = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        if (!Holds(TimeOnly.FromDateTime(clock)))
        {
            return null;
        }

        DateTime end = clock.Date + Until.ToTimeSpan();
        DateTimeOffset ends = StoreZone.Moment(end > clock ? end : end.AddDays(1), zone);

        // In the night the clock goes back, the same time may come again and lie before the moment.
        return ends > moment ? ends : moment.AddHours(1);
    }

    public bool Holds(TimeOnly clock) => From <= Until ? clock >= From && clock < Until : clock >= From || clock < Until;
}
