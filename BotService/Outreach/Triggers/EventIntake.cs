using System.Globalization;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Segments;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Triggers;

/// <summary>Something that has happened, or will, to a customer of the shop.</summary>
/// <param name="Name">One of <see cref="OutreachEvents.All"/>.</param>
/// <param name="CustomerId">Whose file.</param>
/// <param name="Subject">The order, cart, device or ticket it is about.</param>
/// <param name="At">When.</param>
/// <param name="Facts">Values for templates: <c>order</c>, <c>item</c>, <c>link</c>, <c>date</c>, <c>amount</c>.</param>
internal sealed record OutreachEvent(string Name, string CustomerId, string Subject, DateTimeOffset At, IReadOnlyDictionary<string, string> Facts);

/// <summary>Plans the reminders that follow an event, and calls them off when their reason is gone. The same event again plans nothing more.</summary>
internal sealed class EventIntake(ICampaignStore campaigns, ISegmentStore segments, IAudience audience, IRecipientStore recipients, CampaignHome home, TimeProvider time)
{
    /// <returns>How many reminders are planned by it; those excluded at once not counted.</returns>
    public async Task<int> TakeAsync(OutreachEvent happened, CancellationToken cancellation)
    {
        int planned = 0;
        foreach (Campaign campaign in (await campaigns.RunningAsync(cancellation)).Where(campaign => campaign.Plan.Event == happened.Name))
        {
            if (await audience.FindAsync(happened.CustomerId, campaign.Plan.Purpose, cancellation) is not { } member || !await BelongsAsync(campaign.Plan, member, cancellation))
            {
                continue;
            }

            // The time is part of it: what is due again next year, or a cart left again, is another occasion.
            string occurrence = string.Create(CultureInfo.InvariantCulture, $"{happened.Subject} {happened.At.ToUnixTimeSeconds()}");
            Verdict verdict = new Planner(campaign.Id, campaign.Plan, home.Store).After(happened.At, occurrence, member);
            if (verdict.ExpiresAt <= time.GetUtcNow())
            {
                // It happened too long ago for anybody to be reminded of it.
                continue;
            }

            await recipients.PlanAsync(campaign.Id, null, "", false, [new PlannedRecipient(verdict, campaign.Plan.Purpose, happened.Subject, happened.Facts)], cancellation);
            planned += verdict.Exclusion is null ? 1 : 0;
        }

        return planned;
    }

    /// <summary>The order is paid, the cart bought: what was planned about it is not sent.</summary>
    public async Task CallOffAsync(string name, string subject, CancellationToken cancellation)
    {
        string[] ids = [.. (await campaigns.ListAsync(null, int.MaxValue, cancellation)).Where(campaign => campaign.Plan.Event == name).Select(campaign => campaign.Id)];
        if (ids.Length > 0)
        {
            await recipients.CallOffAsync(ids, subject, cancellation);
        }
    }

    private async ValueTask<bool> BelongsAsync(CampaignPlan plan, AudienceMember member, CancellationToken cancellation) =>
        plan.SegmentId is not { } id
        || await segments.FindAsync(id, cancellation) is { } segment
            && (await audience.PageAsync(new AudienceQuery(SegmentSql.Of(segment.Rule), plan.Purpose) { Only = member.Id }, "", 1, cancellation)).Count > 0;
}
