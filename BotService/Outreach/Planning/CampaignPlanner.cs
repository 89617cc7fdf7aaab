using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Planning;

/// <summary>Writes the recipients of coming days, page by page. A crash loses nothing: the next page begins where the last committed one ended.</summary>
internal sealed class CampaignPlanner(
    ICampaignStore campaigns, ISegmentStore segments, IAudience audience, IRecipientStore recipients, IOwnerDayStore days, CampaignHome home, TimeProvider time)
{
    private const int PageSize = 500;
    private const int MostOccurrences = 10;

    // The day begins up to 14 hours before Greenwich's; its recipients are written half a day earlier still.
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(26);
    private static readonly TimeSpan Behind = TimeSpan.FromHours(36);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Begins the days that are near, and writes their recipients.</summary>
    /// <returns>How many pages were written.</returns>
    public async Task<int> PlanDueAsync(CancellationToken cancellation)
    {
        IReadOnlyList<OwnerDay> own = await days.AllAsync(cancellation);
        foreach (Campaign campaign in await campaigns.RunningAsync(cancellation))
        {
            foreach (DateOnly day in Near(campaign, own))
            {
                await recipients.OpenAsync(campaign.Id, day, cancellation);
            }
        }

        int pages = 0;
        foreach (OpenOccurrence open in await recipients.ClaimOccurrencesAsync(MostOccurrences, Lease, cancellation))
        {
            pages += await PlanAsync(open, cancellation);
        }

        return pages;
    }

    /// <summary>What the campaign comes to for everybody on a day, page by page.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<Verdict> Verdicts, string Cursor, bool Last)> JudgeAsync(
        Campaign campaign, DateOnly day, string cursor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        AudienceQuery query = await QueryAsync(campaign.Plan, day, cancellation);
        Planner planner = new(campaign.Id, campaign.Plan, home.Store);
        for (bool last = false; !last;)
        {
            IReadOnlyList<AudienceMember> page = await audience.PageAsync(query, cursor, PageSize, cancellation);
            last = page.Count < PageSize;
            cursor = page.Count > 0 ? page[^1].Id : cursor;
            yield return ([.. page.Where(member => OccurrenceDays.IsDayOf(campaign.Plan, member, day)).Select(member => planner.On(day, member))], cursor, last);
        }
    }

    /// <summary>The days of a campaign that fall between yesterday and tomorrow, anywhere on earth; one that is sent once is written at once.</summary>
    private IEnumerable<DateOnly> Near(Campaign campaign, IReadOnlyList<OwnerDay> own)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset launched = campaign.LaunchedAt ?? now;
        DateOnly first = DateOnly.FromDateTime((now - campaign.Plan.ExpireAfter - Behind > launched ? now - campaign.Plan.ExpireAfter : launched).UtcDateTime).AddDays(-1);
        DateOnly last = DateOnly.FromDateTime((now + Ahead).UtcDateTime);
        return campaign.Plan is { Occasion: Occasion.Once, Day: { } day } ? [day] : OccurrenceDays.Of(campaign.Plan, own, first, last);
    }

    private async Task<int> PlanAsync(OpenOccurrence open, CancellationToken cancellation)
    {
        if (await campaigns.FindAsync(open.CampaignId, cancellation) is not { Status: CampaignStatus.Running } campaign)
        {
            // A paused one goes on where it stopped; the lease keeps it out of the way meanwhile.
            return 0;
        }

        int pages = 0;
        await foreach ((IReadOnlyList<Verdict> verdicts, string cursor, bool last) in JudgeAsync(campaign, open.Day, open.Cursor, cancellation))
        {
            PlannedRecipient[] page = [.. verdicts.Select(verdict => new PlannedRecipient(verdict, campaign.Plan.Purpose))];
            if (!await recipients.PlanAsync(campaign.Id, open.Day, cursor, last, page, cancellation))
            {
                break;
            }

            pages++;
        }

        return pages;
    }

    private async Task<AudienceQuery> QueryAsync(CampaignPlan plan, DateOnly day, CancellationToken cancellation)
    {
        SegmentSql segment = plan.SegmentId is { } id && await segments.FindAsync(id, cancellation) is { } found ? SegmentSql.Of(found.Rule)
            : plan.Everyone ? SegmentSql.Everybody
            : SegmentSql.Nobody;
        return new AudienceQuery(
            segment,
            plan.Purpose,
            plan.Occasion == Occasion.Birthday ? OccurrenceDays.Birthdays(plan, day) : null,
            plan.Occasion is Occasion.Membership or Occasion.Visit ? OccurrenceDays.MonthDays(plan, day) : null);
    }
}
