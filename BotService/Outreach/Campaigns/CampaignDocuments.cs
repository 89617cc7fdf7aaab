using SupportBot.Access;
using SupportBot.Outreach.Planning;

namespace SupportBot.Outreach.Campaigns;

/// <summary>Makes campaigns' documents, with their next days and the names of the colleagues who had a hand in them.</summary>
internal sealed class CampaignDocuments(DryRun dryRun, IStaffStore staff)
{
    private const int NextDays = 3;

    public async Task<CampaignDocument> OfAsync(Campaign campaign, CancellationToken cancellation) => (await OfAsync([campaign], cancellation))[0];

    public async Task<IReadOnlyList<CampaignDocument>> OfAsync(IReadOnlyList<Campaign> campaigns, CancellationToken cancellation)
    {
        Dictionary<string, string> names = campaigns.Count == 0 ? [] : (await staff.ListAsync(cancellation)).ToDictionary(member => member.Id, member => member.Name);
        List<CampaignDocument> documents = new(campaigns.Count);
        foreach (Campaign campaign in campaigns)
        {
            string[] people = [.. new[] { campaign.CreatedBy, campaign.EditedBy, campaign.AskedBy, campaign.ApprovedBy }.OfType<string>().Distinct().Where(names.ContainsKey)];
            documents.Add(CampaignDocument.Of(campaign, await dryRun.NextDaysAsync(campaign.Plan, NextDays, cancellation), people.ToDictionary(id => id, id => names[id])));
        }

        return documents;
    }
}
