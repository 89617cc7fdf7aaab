using System.Text.Json;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Sending;
using SupportBot.Outreach.Templates;

namespace SupportBot.Outreach.Planning;

/// <summary>What a launch would come to, counted.</summary>
/// <param name="Day">For which day; null with an event.</param>
/// <param name="Included">How many would be sent something.</param>
/// <param name="Matching">How many the segment holds.</param>
/// <param name="Customers">How many customers there are.</param>
/// <param name="Excluded">How many would not, by reason.</param>
/// <param name="Channels">How many by each channel.</param>
/// <param name="Locales">How many in each language.</param>
/// <param name="MissingLocales">How many read a language that a text of theirs lacks.</param>
/// <param name="MissingValues">Of how many a value that their text needs is not known.</param>
/// <param name="FirstAt">When the first would get it.</param>
/// <param name="LastAt">When the last.</param>
internal sealed record DryRunSummary(
    DateOnly? Day,
    long Included,
    long Matching,
    long Customers,
    IReadOnlyDictionary<string, long> Excluded,
    IReadOnlyDictionary<string, long> Channels,
    IReadOnlyDictionary<string, long> Locales,
    IReadOnlyDictionary<string, long> MissingLocales,
    IReadOnlyDictionary<string, long> MissingValues,
    DateTimeOffset? FirstAt,
    DateTimeOffset? LastAt);

/// <summary>Runs a campaign's plan without writing: by the same planner, over the same customers.</summary>
internal sealed class DryRun(CampaignPlanner planner, ISegmentStore segments, ITemplateStore templates, IOwnerDayStore days, CampaignHome home, TimeProvider time)
{
    // Far enough for every festival to come.
    private const int DaysAhead = 800;

    /// <summary>The next days of a campaign, by the store's calendar.</summary>
    public async Task<IReadOnlyList<DateOnly>> NextDaysAsync(CampaignPlan plan, int count, CancellationToken cancellation)
    {
        DateOnly today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), home.Store.Zone).DateTime);
        return [.. OccurrenceDays.Of(plan, await days.AllAsync(cancellation), today, today.AddDays(DaysAhead)).Order().Take(count)];
    }

    /// <summary>Everybody of a day, page by page.</summary>
    public IAsyncEnumerable<(IReadOnlyList<Verdict> Verdicts, string Cursor, bool Last)> PeopleAsync(Campaign campaign, DateOnly day, string after, CancellationToken cancellation) =>
        planner.JudgeAsync(campaign, day, after, cancellation);

    public async Task<DryRunSummary> RunAsync(Campaign campaign, DateOnly? day, CancellationToken cancellation)
    {
        CampaignPlan plan = campaign.Plan;
        SegmentSql segment = plan.SegmentId is { } id && await segments.FindAsync(id, cancellation) is { } found ? SegmentSql.Of(found.Rule) : SegmentSql.Everybody;
        (long matching, long customers) = await segments.CountAsync(segment, cancellation);
        Tally tally = new(await CampaignTexts.ReadAsync(campaign, templates, cancellation));
        if (day is { } on)
        {
            await foreach ((IReadOnlyList<Verdict> verdicts, string _, bool _) in planner.JudgeAsync(campaign, on, "", cancellation))
            {
                foreach (Verdict verdict in verdicts)
                {
                    tally.Add(verdict);
                }
            }
        }

        return tally.Summary(day, matching, customers);
    }

    private sealed class Tally(CampaignTexts texts)
    {
        private readonly Dictionary<string, long> excluded = [];
        private readonly Dictionary<string, long> channels = [];
        private readonly Dictionary<string, long> locales = [];
        private readonly Dictionary<string, long> missingLocales = [];
        private readonly Dictionary<string, long> missingValues = [];
        private long included;
        private DateTimeOffset? first;
        private DateTimeOffset? last;

        public void Add(Verdict verdict)
        {
            if (verdict.Exclusion is { } why)
            {
                Count(excluded, JsonNamingPolicy.CamelCase.ConvertName(why.ToString()));
                return;
            }

            included++;
            Count(channels, verdict.Channel.Name());
            Count(locales, verdict.Locale);
            first = first is null || verdict.DueAt < first ? verdict.DueAt : first;
            last = last is null || verdict.DueAt > last ? verdict.DueAt : last;
            if (texts.Of(verdict.Variant, verdict.Locale) is not var (subject, text))
            {
                Count(missingLocales, verdict.Locale);
            }
            else if (!verdict.Named && (NeedsName(text) || verdict.Channel == Reach.Email && NeedsName(subject)))
            {
                Count(missingValues, TemplateValues.Name);
            }
        }

        private static bool NeedsName(TemplateText text) => text.Needed.Contains(TemplateValues.Name);

        public DryRunSummary Summary(DateOnly? day, long matching, long customers) =>
            new(day, included, matching, customers, excluded, channels, locales, missingLocales, missingValues, first, last);

        private static void Count(Dictionary<string, long> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;
    }
}
