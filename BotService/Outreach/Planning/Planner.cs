using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SupportBot.Articles;
using SupportBot.Dialogs;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Planning;

/// <summary>Decides for one customer after the other what a campaign means for them. Pure, so that a dry run and the real run cannot differ.</summary>
/// <param name="CampaignId">Seeds who gets which variant: the same every time.</param>
/// <param name="Plan">What is asked for.</param>
/// <param name="Store">The store's own zone and language, for those of whom none is known.</param>
internal sealed record Planner(string CampaignId, CampaignPlan Plan, StoreHome Store)
{
    private const int LargestShare = 100;

    /// <summary>For a campaign that is sent on a day.</summary>
    public Verdict On(DateOnly day, AudienceMember member)
    {
        (TimeZoneInfo zone, ZoneReason reason) = ZoneOf(member);
        return Judge(member, OccurrenceOf(day), StoreZone.Moment(day.ToDateTime(Plan.Time), zone), zone, reason);
    }

    /// <summary>For something that happened to the customer.</summary>
    public Verdict After(DateTimeOffset happened, string occurrence, AudienceMember member)
    {
        (TimeZoneInfo zone, ZoneReason reason) = ZoneOf(member);
        return Judge(member, occurrence, happened + Plan.Delay, zone, reason);
    }

    /// <summary>A birthday moved within the year is still congratulated on once.</summary>
    public string OccurrenceOf(DateOnly day) => Plan.Occasion is Occasion.Birthday or Occasion.Membership
        ? day.Year.ToString(CultureInfo.InvariantCulture)
        : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Verdict Judge(AudienceMember member, string occurrence, DateTimeOffset due, TimeZoneInfo zone, ZoneReason reason)
    {
        (Reach channel, Exclusion? exclusion) = ReachOf(member);
        int variant = VariantOf(member.Id);
        exclusion = exclusion is null && variant < 0 ? Exclusion.HeldOut : exclusion;
        return new Verdict(member.Id, occurrence, channel, exclusion, due, due + Plan.ExpireAfter, LocaleOf(member), zone.Id, reason, variant, member.Name is { Length: > 0 });
    }

    /// <summary>The first channel by which they may be reached; else why they may not by the one that came closest.</summary>
    private (Reach Channel, Exclusion? Exclusion) ReachOf(AudienceMember member)
    {
        if (member.Blocked)
        {
            return (Plan.Channels[0], Exclusion.Blocked);
        }

        (Reach Channel, Exclusion Exclusion) nearest = (Plan.Channels[0], Exclusion.Unreachable);
        foreach (Reach channel in Plan.Channels)
        {
            Exclusion? why = member.AddressOf(channel) is null ? Exclusion.Unreachable
                : !Plan.Purpose.Allows(member.Consents.TryGetValue(channel, out bool given) ? given : null) ? Exclusion.NoConsent
                : member.Suppressed.Contains(channel) ? Exclusion.Suppressed
                : null;
            if (why is null)
            {
                return (channel, null);
            }

            nearest = nearest.Exclusion == Exclusion.Unreachable ? (channel, why.Value) : nearest;
        }

        return nearest;
    }

    private (TimeZoneInfo Zone, ZoneReason Reason) ZoneOf(AudienceMember member) =>
        Known(Plan.Zone) is { } named ? (named, ZoneReason.Campaign)
        : Known(member.Zone) is { } own ? (own, ZoneReason.Profile)
        : Known(member.SeenZone) is { } seen ? (seen, ZoneReason.Browser)
        : (Store.Zone, ZoneReason.Store);

    private string LocaleOf(AudienceMember member) => (member.Locale ?? member.SeenLocale) is { } known ? Language.OfClient(known) : Store.Locale;

    /// <summary>By a hash, evenly, and the same for a customer however often it is asked.</summary>
    private int VariantOf(string customerId)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{CampaignId} {customerId}"));
        if (BinaryPrimitives.ReadUInt32LittleEndian(hash) % LargestShare < Plan.HoldoutPercent)
        {
            return -1;
        }

        int place = (int)(BinaryPrimitives.ReadUInt32LittleEndian(hash.AsSpan(4)) % (uint)Math.Max(1, Plan.Variants.Sum(variant => variant.Weight)));
        for (int index = 0; index < Plan.Variants.Count; index++)
        {
            place -= Plan.Variants[index].Weight;
            if (place < 0)
            {
                return index;
            }
        }

        return 0;
    }

    private static TimeZoneInfo? Known(string? zone) => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) ? found : null;
}

/// <param name="Zone">The store's time zone.</param>
/// <param name="Locale">The language of those of whom none is known.</param>
internal sealed record StoreHome(TimeZoneInfo Zone, string Locale);
