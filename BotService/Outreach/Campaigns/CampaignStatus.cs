namespace SupportBot.Outreach.Campaigns;

/// <summary>How far a campaign has come. The numbers are stored.</summary>
internal enum CampaignStatus
{
    Draft = 0,

    /// <summary>Launched by one person; a second must agree.</summary>
    AwaitingApproval = 1,

    /// <summary>It sends what is due.</summary>
    Running = 2,
    Paused = 3,
    Cancelled = 4,

    /// <summary>Everybody has been dealt with, and nothing more will come.</summary>
    Finished = 5,
}
