using SupportBot.Access.Audit;
using SupportBot.Outreach.Campaigns;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Planning;

/// <summary>Ends campaigns that are sent once, when everybody has been dealt with.</summary>
internal sealed class CampaignEnd(ICampaignStore campaigns, IRecipientStore recipients)
{
    public async Task FinishAsync(CancellationToken cancellation)
    {
        foreach (Campaign campaign in (await campaigns.RunningAsync(cancellation)).Where(campaign => !campaign.Plan.Occasion.Repeats()))
        {
            if (!await recipients.IsOpenAsync(campaign.Id, cancellation))
            {
                await campaigns.SaveAsync(campaign with { Status = CampaignStatus.Finished }, AuditEntry.ByConsole("campaign.finish", campaign.Id), cancellation);
            }
        }
    }
}
