using SupportBot.Access.Audit;

namespace SupportBot.Outreach.Campaigns;

internal interface ICampaignStore
{
    /// <summary>Newest change first.</summary>
    ValueTask<IReadOnlyList<Campaign>> ListAsync(CampaignStatus? status, int limit, CancellationToken cancellation);

    /// <summary>All that send now.</summary>
    ValueTask<IReadOnlyList<Campaign>> RunningAsync(CancellationToken cancellation);

    ValueTask<Campaign?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>Keeps a new one (version 0) or a change of the version read. One that is cancelled takes its open recipients with it.</summary>
    Task<OutreachSaved> SaveAsync(Campaign campaign, AuditEntry audit, CancellationToken cancellation);
}
