namespace SupportBot.Outreach.Campaigns;

/// <summary>A campaign as it is written down; what is left out takes the usual value.</summary>
internal sealed record CampaignRequest(
    string? Name,
    Purpose? Purpose,
    Occasion? Occasion,
    string? Festival,
    string? OwnerDay,
    string? Event,
    int? DelayMinutes,
    DateOnly? Day,
    int? OffsetDays,
    TimeOnly? Time,
    string? Zone,
    string? SegmentId,
    bool? Everyone,
    IReadOnlyList<CampaignVariant>? Variants,
    int? HoldoutPercent,
    IReadOnlyList<Reach>? Channels,
    double? PerSecond,
    int? PerDay,
    int? PerWeek,
    TimeOnly? QuietFrom,
    TimeOnly? QuietUntil,
    int? ExpireAfterMinutes,
    IReadOnlyDictionary<string, string>? Values,
    long? Version)
{
    private static readonly CampaignPlan Usual = new();

    /// <summary>What belongs to another occasion or purpose is left behind.</summary>
    public CampaignPlan Plan()
    {
        Occasion occasion = Occasion ?? Campaigns.Occasion.Once;
        return new CampaignPlan
        {
            Purpose = Purpose ?? Usual.Purpose,
            Occasion = occasion,
            Festival = occasion == Campaigns.Occasion.Festival ? Festival?.Trim() : null,
            OwnerDay = occasion == Campaigns.Occasion.OwnerDay ? OwnerDay?.Trim() : null,
            Event = occasion == Campaigns.Occasion.Event ? Event?.Trim() ?? "" : null,
            Delay = TimeSpan.FromMinutes(DelayMinutes ?? 0),
            Day = occasion == Campaigns.Occasion.Once ? Day : null,
            OffsetDays = OffsetDays ?? 0,
            Time = Time ?? Usual.Time,
            Zone = string.IsNullOrWhiteSpace(Zone) ? null : Zone.Trim(),
            SegmentId = string.IsNullOrWhiteSpace(SegmentId) ? null : SegmentId,
            Everyone = Everyone ?? false,
            Variants = Variants ?? [],
            HoldoutPercent = HoldoutPercent ?? 0,
            Channels = Channels ?? Usual.Channels,
            PerSecond = PerSecond,
            PerDay = Purpose == Outreach.Purpose.Reminders ? null : PerDay,
            PerWeek = Purpose == Outreach.Purpose.Reminders ? null : PerWeek,
            QuietFrom = QuietFrom,
            QuietUntil = QuietUntil,
            ExpireAfter = TimeSpan.FromMinutes(ExpireAfterMinutes ?? Usual.ExpireAfter.TotalMinutes),
            Values = Values ?? Usual.Values,
        };
    }
}
