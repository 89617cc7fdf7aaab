using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;
using SupportBot.Outreach.Planning;

namespace SupportBot.Outreach.Campaigns;

/// <summary>Launches, approves and ends campaigns. A second click finds what the first has done.</summary>
internal sealed class CampaignDesk(ICampaignStore store, CampaignChecks checks, DryRun dryRun, IOptions<OutreachOptions> options, TimeProvider time)
{
    private const int MostTries = 10;

    /// <summary>Launches a draft: it runs, or waits for a second person when it is for many.</summary>
    public Task<Refusal?> LaunchAsync(string id, StaffMember member, CancellationToken cancellation) => MoveAsync(id, member, "launch", async campaign =>
    {
        if (campaign.Status is CampaignStatus.Running or CampaignStatus.AwaitingApproval)
        {
            return (campaign, null);
        }

        if (campaign.Status != CampaignStatus.Draft)
        {
            return (campaign, OutreachRefusals.NotNow);
        }

        IReadOnlyList<FieldFault> faults = await checks.OfLaunchAsync(campaign, cancellation);
        if (faults.Count > 0)
        {
            return (campaign, Refusal.Invalid(faults));
        }

        DateOnly? day = (await dryRun.NextDaysAsync(campaign.Plan, 1, cancellation)).Select(next => (DateOnly?)next).FirstOrDefault() ?? campaign.Plan.Day;
        DryRunSummary summary = await dryRun.RunAsync(campaign, day, cancellation);
        if (FaultOf(campaign.Plan, summary) is { } fault)
        {
            return (campaign, fault);
        }

        bool many = campaign.Plan.Event is null && Math.Max(summary.Included, campaign.Plan.Occasion.IsPersonal() ? summary.Matching : 0) > options.Value.ApprovalAbove;
        DateTimeOffset now = time.GetUtcNow();
        return (many
            ? campaign with { Status = CampaignStatus.AwaitingApproval, EditedBy = member.Id, AskedBy = member.Id, AskedAt = now }
            : campaign with { Status = CampaignStatus.Running, EditedBy = member.Id, LaunchedAt = now }, null);
    }, cancellation);

    /// <summary>The second person's word.</summary>
    public Task<Refusal?> ApproveAsync(string id, StaffMember member, CancellationToken cancellation) => MoveAsync(id, member, "approve", campaign => Task.FromResult<(Campaign, Refusal?)>(campaign switch
    {
        { Status: CampaignStatus.Running, ApprovedBy: not null } => (campaign, null),
        { Status: not CampaignStatus.AwaitingApproval } => (campaign, OutreachRefusals.NotNow),
        _ when campaign.EditedBy == member.Id || campaign.CreatedBy == member.Id => (campaign, OutreachRefusals.SecondPerson),
        _ => (campaign with { Status = CampaignStatus.Running, ApprovedBy = member.Id, ApprovedAt = time.GetUtcNow(), LaunchedAt = time.GetUtcNow() }, null),
    }), cancellation);

    public Task<Refusal?> PauseAsync(string id, StaffMember member, CancellationToken cancellation) =>
        MoveAsync(id, member, "pause", CampaignStatus.Paused, [CampaignStatus.Running], cancellation);

    public Task<Refusal?> ResumeAsync(string id, StaffMember member, CancellationToken cancellation) =>
        MoveAsync(id, member, "resume", CampaignStatus.Running, [CampaignStatus.Paused], cancellation);

    public Task<Refusal?> CancelAsync(string id, StaffMember member, CancellationToken cancellation) => MoveAsync(
        id, member, "cancel", CampaignStatus.Cancelled, [CampaignStatus.Draft, CampaignStatus.AwaitingApproval, CampaignStatus.Running, CampaignStatus.Paused], cancellation);

    /// <summary>Back to the draft, so that it can be changed: only while nothing has been sent for it.</summary>
    public Task<Refusal?> WithdrawAsync(string id, StaffMember member, CancellationToken cancellation) => MoveAsync(id, member, "withdraw", campaign => Task.FromResult<(Campaign, Refusal?)>(campaign.Status switch
    {
        CampaignStatus.Draft => (campaign, null),
        CampaignStatus.AwaitingApproval => (campaign with { Status = CampaignStatus.Draft, AskedBy = null, AskedAt = null }, null),
        _ => (campaign, OutreachRefusals.NotNow),
    }), cancellation);

    private Task<Refusal?> MoveAsync(string id, StaffMember member, string action, CampaignStatus to, CampaignStatus[] from, CancellationToken cancellation) => MoveAsync(
        id,
        member,
        action,
        campaign => Task.FromResult<(Campaign, Refusal?)>(campaign.Status == to ? (campaign, null)
            : from.Contains(campaign.Status) ? (campaign with { Status = to }, null)
            : (campaign, OutreachRefusals.NotNow)),
        cancellation);

    private async Task<Refusal?> MoveAsync(string id, StaffMember member, string action, Func<Campaign, Task<(Campaign After, Refusal? Refusal)>> move, CancellationToken cancellation)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            if (await store.FindAsync(id, cancellation) is not { } campaign)
            {
                return Refusal.NotFound;
            }

            (Campaign after, Refusal? refusal) = await move(campaign);
            if (refusal is not null || ReferenceEquals(after, campaign))
            {
                return refusal;
            }

            AuditEntry audit = AuditEntry.By(member, $"campaign.{action}", id, AuditDetail.Of(("status", campaign.Status.ToString(), after.Status.ToString())));
            if (await store.SaveAsync(after, audit, cancellation) == OutreachSaved.Saved)
            {
                return null;
            }
        }

        return Refusal.Changed;
    }

    private static Refusal? FaultOf(CampaignPlan plan, DryRunSummary summary)
    {
        if (plan.Event is null && summary.Matching == 0)
        {
            return Refusal.Invalid("segmentId", "SegmentNobody");
        }

        if (plan.SegmentId is not null && !plan.Everyone && summary.Customers > 1 && summary.Matching == summary.Customers)
        {
            return Refusal.Invalid("segmentId", "SegmentEverybody");
        }

        if (plan.Event is null && !plan.Occasion.IsPersonal() && summary.Included == 0)
        {
            return Refusal.Invalid("channels", "NobodyReached").With("excluded", new JsonObject(summary.Excluded.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))));
        }

        return summary.MissingLocales.FirstOrDefault() is { Key: { } locale, Value: var lacking } ? Refusal.Invalid("variants", locale == "zh" ? "TemplateLacksChinese" : "TemplateLacksEnglish").With("count", lacking)
            : summary.MissingValues.FirstOrDefault() is { Key: not null, Value: var nameless } ? Refusal.Invalid("variants", "TemplateNameMissing").With("count", nameless)
            : null;
    }
}
