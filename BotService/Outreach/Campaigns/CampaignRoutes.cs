using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Outreach.Campaigns;

/// <summary>Writing campaigns down, and what becomes of them.</summary>
internal static class CampaignRoutes
{
    private const int Most = 500;

    public static void MapCampaigns(this IEndpointRouteBuilder outreach)
    {
        outreach.MapGet("/rules", Rules).WithSummary("The caps and quiet hours that hold for all campaigns");
        outreach.MapGet("/campaigns", List).WithSummary("Campaigns, newest change first");
        outreach.MapPost("/campaigns", Add).WithSummary("Write down a new campaign");
        outreach.MapGet("/campaigns/{id}", Read).WithSummary("One campaign, with its next three days in both calendars");
        outreach.MapPut("/campaigns/{id}", Change).WithSummary("Change a draft, or what follows an event while it is paused");
        outreach.MapPost("/campaigns/{id}/launch", Launch).WithSummary("Launch a draft; again it changes nothing");
        outreach.MapPost("/campaigns/{id}/approve", Approve).WithSummary("Agree, as a second person");
        outreach.MapPost("/campaigns/{id}/withdraw", Withdraw).WithSummary("Make what waits for approval a draft again");
        outreach.MapPost("/campaigns/{id}/pause", Pause).WithSummary("Send nothing more for now");
        outreach.MapPost("/campaigns/{id}/resume", Resume).WithSummary("Go on where it stopped");
        outreach.MapPost("/campaigns/{id}/cancel", Cancel).WithSummary("End it for good");
    }

    private static Ok<OutreachRules> Rules(IOptions<OutreachOptions> options) =>
        TypedResults.Ok(new OutreachRules(options.Value.PerDay, options.Value.PerWeek, options.Value.QuietFrom, options.Value.QuietUntil, options.Value.ApprovalAbove));

    private static async Task<IResult> List(string? status, ICampaignStore store, CampaignDocuments documents, CancellationToken cancellation)
    {
        if (!string.IsNullOrEmpty(status) && (!Enum.TryParse(status, ignoreCase: true, out CampaignStatus read) || !Enum.IsDefined(read)))
        {
            return Refusal.Invalid("status", "CampaignStatusWrong");
        }

        return TypedResults.Ok(await documents.OfAsync(await store.ListAsync(string.IsNullOrEmpty(status) ? null : Enum.Parse<CampaignStatus>(status, ignoreCase: true), Most, cancellation), cancellation));
    }

    private static async Task<IResult> Read(string id, ICampaignStore store, CampaignDocuments documents, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } campaign ? TypedResults.Ok(await documents.OfAsync(campaign, cancellation)) : Refusal.NotFound;

    private static async Task<IResult> Add(CampaignRequest request, StaffMember member, ICampaignStore store, CampaignChecks checks, CampaignDocuments documents, TimeProvider time, CancellationToken cancellation)
    {
        CampaignPlan plan = request.Plan();
        FieldFault[] faults = [.. checks.OfPlan(request.Name, plan)];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        DateTimeOffset now = time.GetUtcNow();
        Campaign campaign = new() { Id = RandomId.New(), Name = request.Name?.Trim() ?? "", Plan = plan, CreatedBy = member.Id, EditedBy = member.Id, CreatedAt = now, UpdatedAt = now };
        await store.SaveAsync(campaign, AuditEntry.By(member, "campaign.add", campaign.Id), cancellation);
        return TypedResults.Created($"/api/outreach/campaigns/{campaign.Id}", await documents.OfAsync(campaign with { Version = 1 }, cancellation));
    }

    private static async Task<IResult> Change(string id, CampaignRequest request, StaffMember member, ICampaignStore store, CampaignChecks checks, CampaignDocuments documents, CancellationToken cancellation)
    {
        CampaignPlan plan = request.Plan();
        FieldFault[] faults = [.. checks.OfPlan(request.Name, plan)];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        if (await store.FindAsync(id, cancellation) is not { } campaign)
        {
            return Refusal.NotFound;
        }

        // What follows an event is never over, and what it has planned is not to be lost with a new wording.
        bool again = campaign.Status == CampaignStatus.Paused && campaign.Plan.Event is not null && campaign.Plan.Event == plan.Event;
        if (campaign.Status != CampaignStatus.Draft && !again)
        {
            return OutreachRefusals.NotNow;
        }

        Campaign changed = campaign with { Name = request.Name?.Trim() ?? "", Plan = plan, EditedBy = member.Id, Version = request.Version ?? -1 };
        // It goes on without another launch, so it must be as a launch wants it.
        IReadOnlyList<FieldFault> lacking = again ? await checks.OfLaunchAsync(changed, cancellation) : [];
        if (lacking.Count > 0)
        {
            return Refusal.Invalid(lacking);
        }

        return OutreachRefusals.Of(await store.SaveAsync(changed, AuditEntry.By(member, "campaign.change", id), cancellation)) ?? await Read(id, store, documents, cancellation);
    }

    private static async Task<IResult> Launch(string id, [AsParameters] CampaignTools tools, CancellationToken cancellation) =>
        await tools.Desk.LaunchAsync(id, tools.Member, cancellation) ?? await Read(id, tools.Store, tools.Documents, cancellation);

    private static async Task<IResult> Approve(string id, [AsParameters] CampaignTools tools, CancellationToken cancellation) =>
        await tools.Desk.ApproveAsync(id, tools.Member, cancellation) ?? await Read(id, tools.Store, tools.Documents, cancellation);

    private static async Task<IResult> Withdraw(string id, [AsParameters] CampaignTools tools, CancellationToken cancellation) =>
        await tools.Desk.WithdrawAsync(id, tools.Member, cancellation) ?? await Read(id, tools.Store, tools.Documents, cancellation);

    private static async Task<IResult> Pause(string id, [AsParameters] CampaignTools tools, CancellationToken cancellation) =>
        await tools.Desk.PauseAsync(id, tools.Member, cancellation) ?? await Read(id, tools.Store, tools.Documents, cancellation);

    private static async Task<IResult> Resume(string id, [AsParameters] CampaignTools tools, CancellationToken cancellation) =>
        await tools.Desk.ResumeAsync(id, tools.Member, cancellation) ?? await Read(id, tools.Store, tools.Documents, cancellation);

    private static async Task<IResult> Cancel(string id, [AsParameters] CampaignTools tools, CancellationToken cancellation) =>
        await tools.Desk.CancelAsync(id, tools.Member, cancellation) ?? await Read(id, tools.Store, tools.Documents, cancellation);
}

/// <summary>What holds for all campaigns; one of them may only be stricter.</summary>
/// <param name="PerDay">Greetings and offers somebody may get on one day of theirs.</param>
/// <param name="PerWeek">The same in one week, from Monday.</param>
/// <param name="QuietFrom">From when on, by the recipient's clock, nothing is sent.</param>
/// <param name="QuietUntil">Until when.</param>
/// <param name="ApprovalAbove">To how many a campaign may go without a second person's word.</param>
internal sealed record OutreachRules(int PerDay, int PerWeek, TimeOnly QuietFrom, TimeOnly QuietUntil, int ApprovalAbove);

/// <summary>What a move of a campaign takes.</summary>
internal sealed record CampaignTools(StaffMember Member, [FromServices] CampaignDesk Desk, [FromServices] ICampaignStore Store, [FromServices] CampaignDocuments Documents);
