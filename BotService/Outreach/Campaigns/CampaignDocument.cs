using SupportBot.Outreach.Planning;

namespace SupportBot.Outreach.Campaigns;

/// <summary>A campaign as the desk shows it.</summary>
internal sealed record CampaignDocument(
    string Id,
    string Name,
    CampaignStatus Status,
    Purpose Purpose,
    Occasion Occasion,
    string? Festival,
    string? OwnerDay,
    string? Event,
    int DelayMinutes,
    DateOnly? Day,
    int OffsetDays,
    TimeOnly Time,
    string? Zone,
    string? SegmentId,
    bool Everyone,
    IReadOnlyList<CampaignVariant> Variants,
    int HoldoutPercent,
    IReadOnlyList<Reach> Channels,
    double? PerSecond,
    int? PerDay,
    int? PerWeek,
    TimeOnly? QuietFrom,
    TimeOnly? QuietUntil,
    int ExpireAfterMinutes,
    IReadOnlyDictionary<string, string> Values,
    string CreatedBy,
    string EditedBy,
    string? ApprovedBy,
    DateTimeOffset? LaunchedAt,
    DateTimeOffset UpdatedAt,
    long Version,
    IReadOnlyList<CalendarDay> Next)
{
    public static CampaignDocument Of(Campaign campaign, IReadOnlyList<DateOnly> next)
    {
        CampaignPlan plan = campaign.Plan;
        return new CampaignDocument(
            campaign.Id,
            campaign.Name,
            campaign.Status,
            plan.Purpose,
            plan.Occasion,
            plan.Festival,
            plan.OwnerDay,
            plan.Event,
            (int)plan.Delay.TotalMinutes,
            plan.Day,
            plan.OffsetDays,
            plan.Time,
            plan.Zone,
            plan.SegmentId,
            plan.Everyone,
            plan.Variants,
            plan.HoldoutPercent,
            plan.Channels,
            plan.PerSecond,
            plan.PerDay,
            plan.PerWeek,
            plan.QuietFrom,
            plan.QuietUntil,
            (int)plan.ExpireAfter.TotalMinutes,
            plan.Values,
            campaign.CreatedBy,
            campaign.EditedBy,
            campaign.ApprovedBy,
            campaign.LaunchedAt,
            campaign.UpdatedAt,
            campaign.Version,
            [.. next.Select(CalendarDay.Of)]);
    }
}
