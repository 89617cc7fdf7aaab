using SupportBot.Articles;

namespace SupportBot.Outreach.Sending;

/// <summary>The hours in which nobody is written to, by their own clock.</summary>
internal readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
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
