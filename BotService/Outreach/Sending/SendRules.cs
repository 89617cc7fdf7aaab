using SupportBot.Outreach.Campaigns;

namespace SupportBot.Outreach.Sending;

/// <summary>Whether a claimed row may be sent, by what holds in the very transaction that sends it.</summary>
internal sealed record SendRules(int PerDay, int PerWeek)
{
    /// <summary>A campaign's own caps may be lower than those that hold for all, and never higher.</summary>
    public static SendRules Of(OutreachOptions options, CampaignPlan plan) =>
        new(Math.Min(options.PerDay, plan.PerDay ?? options.PerDay), Math.Min(options.PerWeek, plan.PerWeek ?? options.PerWeek));

    public (Ruling Ruling, Exclusion? Exclusion) Judge(Recipient recipient, Standing standing, DateTimeOffset now)
    {
        if (!standing.Ours)
        {
            return (Ruling.Leave, null);
        }

        if (!standing.Running)
        {
            return (Ruling.Wait, null);
        }

        Exclusion? why = standing.Gone ? Exclusion.Gone
            : standing.Blocked ? Exclusion.Blocked
            : !recipient.Purpose.Allows(standing.Given) ? Exclusion.NoConsent
            : recipient.ExpiresAt <= now ? Exclusion.Expired
            : recipient.Purpose != Purpose.Reminders && HasEnough(recipient, standing, now) ? Exclusion.TooMany
            : null;
        return why is null ? (Ruling.Send, null) : (Ruling.Exclude, why);
    }

    private bool HasEnough(Recipient recipient, Standing standing, DateTimeOffset now)
    {
        if (standing.SentAt.Count < Math.Min(PerDay, PerWeek))
        {
            return false;
        }

        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(recipient.Zone);
        DateTimeOffset day = LocalDays.StartOfDay(now, zone);
        DateTimeOffset week = LocalDays.StartOfWeek(now, zone);
        return standing.SentAt.Count(at => at >= day) >= PerDay || standing.SentAt.Count(at => at >= week) >= PerWeek;
    }
}
