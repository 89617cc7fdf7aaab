using Microsoft.Extensions.Options;
using SupportBot.Articles;
using SupportBot.Operation;
using SupportBot.Outreach.Festivals;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Sending;
using SupportBot.Outreach.Templates;
using SupportBot.Outreach.Triggers;

namespace SupportBot.Outreach.Campaigns;

/// <summary>What keeps a campaign from being saved, and what besides from being launched; each at its field.</summary>
internal sealed class CampaignChecks(
    ITemplateStore templates, ISegmentStore segments, IOwnerDayStore days, OutsideSending outside, IOptions<OutreachOptions> options, TimeProvider time)
{
    private const int MostVariants = 5;
    private const int MostHoldout = 90;
    private const int MostOffset = 60;
    private const int MostValues = 20;
    private const int LongestValue = 200;

    // The last place where a day is over.
    private static readonly TimeZoneInfo West = TimeZoneInfo.FindSystemTimeZoneById("Etc/GMT+12");

    /// <summary>What can be seen of a plan by itself: a draft may still lack much, but holds nothing that makes no sense.</summary>
    public IEnumerable<FieldFault> OfPlan(string? name, CampaignPlan plan) =>
    [
        .. OutreachFields.Name(name),
        .. Fault(plan.Festival is null || FestivalCalendar.Find(plan.Festival) is not null, "festival", "FestivalUnknown"),
        .. Fault(plan.Event is null or "" || OutreachEvents.All.Contains(plan.Event), "event", "EventUnknown"),
        .. Fault(plan.Zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(plan.Zone, out _), "zone", "ZoneWrong"),
        .. Fault(plan.Variants.Count <= MostVariants && plan.Variants.All(variant => variant.Weight is > 0 and <= 100), "variants", "VariantsWrong"),
        .. Fault(plan.HoldoutPercent is >= 0 and <= MostHoldout, "holdoutPercent", "HoldoutWrong"),
        .. Fault(Math.Abs(plan.OffsetDays) <= MostOffset, "offsetDays", "OffsetWrong"),
        .. Fault(plan.Channels.Count > 0 && plan.Channels.Distinct().Count() == plan.Channels.Count, "channels", "ChannelsWrong"),
        .. Fault(plan.PerSecond is null or > 0 and <= 100_000, "perSecond", "PerSecondWrong"),
        .. Fault(plan.PerDay is null || plan.PerDay is >= 1 && plan.PerDay <= options.Value.PerDay, "perDay", "PerDayWrong"),
        .. Fault(plan.PerWeek is null || plan.PerWeek is >= 1 && plan.PerWeek <= options.Value.PerWeek, "perWeek", "PerWeekWrong"),
        .. Fault(plan.QuietFrom is null || plan.QuietUntil is not null, "quietUntil", "QuietHalf"),
        .. Fault(plan.QuietUntil is null || plan.QuietFrom is not null, "quietFrom", "QuietHalf"),
        .. Fault(plan.QuietFrom is null || !QuietHours.AreEndless(QuietHours.Of(options.Value, plan)), "quietUntil", "QuietAlways"),
        .. Fault(plan.ExpireAfter >= TimeSpan.FromMinutes(10) && plan.ExpireAfter <= TimeSpan.FromDays(7), "expireAfterMinutes", "ExpiryWrong"),
        .. Fault(plan.Delay.Duration() <= TimeSpan.FromDays(366), "delayMinutes", "DelayWrong"),
        .. Fault(plan.Values.Count <= MostValues && plan.Values.All(pair => TemplateValues.IsKnown(TemplateValues.Own + pair.Key) && pair.Value?.Length is > 0 and <= LongestValue), "values", "ValuesWrong"),
    ];

    /// <summary>What is still missing, or would go wrong, before anybody is looked at.</summary>
    public async Task<IReadOnlyList<FieldFault>> OfLaunchAsync(Campaign campaign, CancellationToken cancellation)
    {
        CampaignPlan plan = campaign.Plan;
        IReadOnlyList<OwnerDay> own = await days.AllAsync(cancellation);
        return
        [
            .. OfPlan(campaign.Name, plan),
            .. OfOccasion(plan, own),
            .. Fault(plan.Event is not null || !QuietHours.Of(options.Value, plan).Any(quiet => quiet.Holds(plan.Time)), "time", "TimeQuiet"),
            .. Fault(plan.Channels.Any(outside.Carries), "channels", "ChannelUnused"),
            .. plan.SegmentId is { } id ? Fault(await segments.FindAsync(id, cancellation) is not null, "segmentId", "SegmentUnknown")
                : Fault(plan.Everyone || plan.Event is not null, "segmentId", "SegmentMissing"),
            .. await OfVariantsAsync(plan, cancellation),
        ];
    }

    private IEnumerable<FieldFault> OfOccasion(CampaignPlan plan, IReadOnlyList<OwnerDay> own) => plan.Occasion switch
    {
        Occasion.Once when plan.Day is not { } => [new FieldFault("day", "DayMissing")],
        Occasion.Once => Fault(StoreZone.Moment((plan.Day ?? default).ToDateTime(plan.Time), plan.Zone is null ? West : TimeZoneInfo.TryFindSystemTimeZoneById(plan.Zone, out TimeZoneInfo? zone) ? zone : West) > time.GetUtcNow(), "day", "DayPast"),
        Occasion.Festival => Fault(plan.Festival is not null, "festival", "FestivalUnknown"),
        Occasion.OwnerDay => Fault(own.Any(day => day.Id == plan.OwnerDay && day.Kind == OwnerDayKind.Greeting), "ownerDay", "OwnerDayUnknown"),
        Occasion.Event => Fault(plan.Event is { Length: > 0 }, "event", "EventUnknown"),
        Occasion.Birthday or Occasion.Membership or Occasion.Visit => [],
    };

    private async Task<IReadOnlyList<FieldFault>> OfVariantsAsync(CampaignPlan plan, CancellationToken cancellation)
    {
        if (plan.Variants.Count == 0)
        {
            return [new FieldFault("variants", "VariantsMissing")];
        }

        List<FieldFault> faults = [];
        for (int index = 0; index < plan.Variants.Count; index++)
        {
            string at = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"variants[{index}].templateId");
            if (await templates.FindAsync(plan.Variants[index].TemplateId, cancellation) is not { } template)
            {
                faults.Add(new FieldFault(at, "TemplateMissing"));
                continue;
            }

            IEnumerable<string> needed = template.Body.Words.Values.SelectMany(words => new[] { words.Subject, words.Text }).SelectMany(text => TemplateText.Read(text ?? "", TemplateValues.IsKnown).Needed);
            faults.AddRange(Fault(needed.All(name => CanBeKnown(plan, name)), at, "TemplateValueMissing"));
            faults.AddRange(Fault(!plan.Channels.Contains(Reach.Email) || template.Body.Words.Values.All(words => !string.IsNullOrWhiteSpace(words.Subject)), at, "TemplateSubjectMissing"));
        }

        return faults;
    }

    // A name may still be missing of somebody; a festival without one, never.
    private static bool CanBeKnown(CampaignPlan plan, string name) => name switch
    {
        TemplateValues.Festival => plan.Occasion is Occasion.Festival or Occasion.OwnerDay or Occasion.Birthday,
        TemplateValues.Day => plan.Occasion is Occasion.Once or Occasion.Festival or Occasion.OwnerDay,
        _ when name.StartsWith(TemplateValues.Own, StringComparison.Ordinal) => plan.Values.ContainsKey(name[TemplateValues.Own.Length..]),
        _ when TemplateValues.OfEvents.Contains(name) => plan.Event is not null || plan.Values.ContainsKey(name),
        _ => true,
    };

    private static IEnumerable<FieldFault> Fault(bool good, string field, string code) => good ? [] : [new FieldFault(field, code)];
}
