using SupportBot.Access;
using SupportBot.Operation;
using SupportBot.Outreach.Carriers;
using SupportBot.Outreach.Planning;
using SupportBot.Outreach.Sending;

namespace SupportBot.Outreach.Campaigns;

/// <summary>Seeing beforehand what a campaign will do, and afterwards what it did.</summary>
internal static class CampaignLookRoutes
{
    public static void MapCampaignLooks(this IEndpointRouteBuilder outreach)
    {
        outreach.MapGet("/campaigns/{id}/check", Check).WithSummary("What keeps it from being launched");
        outreach.MapGet("/campaigns/{id}/dry-run", Count).WithSummary("How many would get it, and how many not for which reason");
        outreach.MapGet("/campaigns/{id}/dry-run/people", People).WithSummary("Who would get it, when and by what, and who not and why");
        outreach.MapGet("/campaigns/{id}/preview", Preview).WithSummary("As one customer would read it");
        outreach.MapPost("/campaigns/{id}/test", Test).WithSummary("Send it now to one customer, whatever its day");
        outreach.MapGet("/campaigns/{id}/results", Results).WithSummary("What came of it");
    }

    private static async Task<IResult> Check(string id, ICampaignStore store, CampaignChecks checks, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is not { } campaign ? Refusal.NotFound
            : await checks.OfLaunchAsync(campaign, cancellation) is { Count: > 0 } faults ? Refusal.Invalid(faults)
            : TypedResults.NoContent();

    private static async Task<IResult> Count(string id, DateOnly? day, ICampaignStore store, DryRun dryRun, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } campaign
            ? TypedResults.Ok(await dryRun.RunAsync(campaign, day ?? await DayOfAsync(campaign, dryRun, cancellation), cancellation))
            : Refusal.NotFound;

    private static async Task<IResult> People(string id, DateOnly? day, string? cursor, ICampaignStore store, DryRun dryRun, IAudience audience, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } campaign)
        {
            return Refusal.NotFound;
        }

        if ((day ?? await DayOfAsync(campaign, dryRun, cancellation)) is not { } on)
        {
            return TypedResults.Ok(new Page<DryRunPerson>([], null));
        }

        // Pages without anybody whose day it is are passed over.
        await foreach ((IReadOnlyList<Verdict> verdicts, string next, bool last) in dryRun.PeopleAsync(campaign, on, cursor ?? "", cancellation))
        {
            if (verdicts.Count > 0 || last)
            {
                List<DryRunPerson> people = [];
                foreach (Verdict verdict in verdicts)
                {
                    AudienceMember? member = await audience.FindAsync(verdict.CustomerId, campaign.Plan.Purpose, cancellation);
                    people.Add(new DryRunPerson(verdict.CustomerId, member?.Name, verdict.Channel, verdict.Exclusion, verdict.DueAt, verdict.Zone, verdict.ZoneReason, verdict.Locale, verdict.Variant));
                }

                return TypedResults.Ok(new Page<DryRunPerson>(people, last ? null : next));
            }
        }

        return TypedResults.Ok(new Page<DryRunPerson>([], null));
    }

    private static async Task<IResult> Preview(string id, string? customerId, int? variant, string? locale, ICampaignStore store, TestSending test, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } campaign)
        {
            return Refusal.NotFound;
        }

        (Recipient? recipient, Said? said) = await test.WriteAsync(campaign, customerId ?? "", variant, locale, cancellation);
        return recipient is null ? Refusal.Invalid("customerId", "RecipientUnknown")
            : said is null ? Refusal.Invalid("variants", "PreviewEmpty")
            : TypedResults.Ok(new PreviewDocument(recipient.Locale, recipient.Channel, said.Subject, said.Text));
    }

    private static async Task<IResult> Test(string id, TestRequest request, StaffMember member, ICampaignStore store, TestSending test, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is not { } campaign ? Refusal.NotFound
            : await test.SendAsync(campaign, request.CustomerId ?? "", request.Variant, member, cancellation) is { } code ? Refusal.Invalid("customerId", code)
            : TypedResults.NoContent();

    private static async Task<IResult> Results(string id, ICampaignStore store, IRecipientStore recipients, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is null ? Refusal.NotFound : TypedResults.Ok(await recipients.ResultsAsync(id, cancellation));

    private static async Task<DateOnly?> DayOfAsync(Campaign campaign, DryRun dryRun, CancellationToken cancellation) =>
        campaign.Plan.Day ?? (await dryRun.NextDaysAsync(campaign.Plan, 1, cancellation)).Select(day => (DateOnly?)day).FirstOrDefault();
}

internal sealed record DryRunPerson(
    string CustomerId, string? Name, Reach Channel, Exclusion? Exclusion, DateTimeOffset DueAt, string Zone, ZoneReason ZoneReason, string Locale, int Variant);

internal sealed record PreviewDocument(string Locale, Reach Channel, string Subject, string Text);

internal sealed record TestRequest(string? CustomerId, int? Variant);
