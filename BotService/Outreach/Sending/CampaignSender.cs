using Microsoft.Extensions.Options;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Jobs;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Templates;

namespace SupportBot.Outreach.Sending;

/// <summary>
/// Sends what is due: claims rows under a lease, puts quiet hours and windows before them, and hands them to the chat or to a carrier. What the
/// rules forbid at that moment is never sent.
/// </summary>
internal sealed class CampaignSender(
    ICampaignStore campaigns,
    IRecipientStore recipients,
    ITemplateStore templates,
    IOwnerDayStore days,
    Forbearance forbearance,
    ChatSending chat,
    OutsideSending outside,
    NodeClock clock,
    IOptions<OutreachOptions> options,
    TimeProvider time)
{
    private const int LargestChatBatch = 500;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    private OutreachOptions Settings => options.Value;

    /// <summary>Sends until nothing is due, or the time is up. Told to stop, it still brings to its end what it has claimed.</summary>
    /// <returns>How many rows were dealt with.</returns>
    public async Task<int> SendDueAsync(TimeSpan atMost, CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        await recipients.FlagLostAsync(cancellation);
        int total = 0;
        while (!cancellation.IsCancellationRequested && await clock.IsRightAsync(cancellation))
        {
            int round = await RoundAsync(CancellationToken.None);
            total += round;
            if (time.GetElapsedTime(started) > atMost)
            {
                return total;
            }

            if (round == 0)
            {
                if (total == 0 || time.GetElapsedTime(started) + Breath > atMost)
                {
                    return total;
                }

                // Perhaps only a bucket is empty for the moment.
                await Task.Delay(Breath, time, cancellation);
            }
        }

        return total;
    }

    /// <summary>One claim for every running campaign and each of its channels.</summary>
    internal async Task<int> RoundAsync(CancellationToken cancellation)
    {
        int dealt = 0;
        IReadOnlyList<OwnerDay> own = await days.AllAsync(cancellation);
        foreach (Campaign campaign in await campaigns.RunningAsync(cancellation))
        {
            foreach (Reach reach in campaign.Plan.Channels.Distinct().Where(outside.Carries))
            {
                IReadOnlyList<Recipient> claimed = await recipients.ClaimDueAsync(ClaimOf(campaign, reach), cancellation);
                if (claimed.Count > 0)
                {
                    await SendAsync(campaign, reach, claimed, own, cancellation);
                    dealt += claimed.Count;
                }
            }
        }

        return dealt;
    }

    private RecipientClaim ClaimOf(Campaign campaign, Reach reach)
    {
        List<(string, double)> buckets = [(reach.Name(), Settings.RuleOf(reach.Name()).PerSecond)];
        if (campaign.Plan.PerSecond is { } own)
        {
            buckets.Add((campaign.Id, own));
        }

        return new RecipientClaim(campaign.Id, reach, reach == Reach.Chat ? LargestChatBatch : Settings.Parallel, Settings.Lease, buckets);
    }

    private async Task SendAsync(Campaign campaign, Reach reach, IReadOnlyList<Recipient> claimed, IReadOnlyList<OwnerDay> own, CancellationToken cancellation)
    {
        CampaignTexts texts = await CampaignTexts.ReadAsync(campaign, templates, cancellation);
        (IReadOnlyList<Recipient> ready, IReadOnlyList<Settlement> settled) = await forbearance.SortAsync(campaign, claimed, cancellation);
        await recipients.SettleAsync(settled, cancellation);
        if (reach == Reach.Chat)
        {
            await chat.SendAsync(texts, ready, own, cancellation);
        }
        else
        {
            await outside.SendAsync(reach, texts, ready, own, cancellation);
        }
    }
}
