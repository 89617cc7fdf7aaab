using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Customers;
using SupportBot.Operation;

namespace SupportBot.Outreach.Consents;

/// <summary>The addresses that nothing is sent to.</summary>
internal static class SuppressionRoutes
{
    private const int Most = 500;

    public static void MapSuppressions(this IEndpointRouteBuilder outreach)
    {
        outreach.MapGet("/suppressions", List).WithSummary("Addresses that nothing is sent to, newest first");
        outreach.MapPost("/suppressions", Add).WithSummary("Send nothing to an address any more");
        outreach.MapDelete("/suppressions/{key}", Remove).WithSummary("Let an address be written to again");
    }

    private static async Task<IResult> List(ISuppressionStore store, CancellationToken cancellation) => TypedResults.Ok(await store.ListAsync(Most, cancellation));

    private static async Task<IResult> Add(SuppressionRequest request, StaffMember member, ISuppressionStore store, CancellationToken cancellation)
    {
        ContactKind kind = request.Channel == Reach.Sms ? ContactKind.Phone : ContactKind.Email;
        if (request.Channel == Reach.Chat || ContactPoints.Normal(kind, request.Address) is not { } address)
        {
            return Refusal.Invalid("address", kind == ContactKind.Phone ? "PhoneWrong" : "EmailWrong");
        }

        await store.AddAsync(request.Channel, address, "manual", AuditEntry.By(member, "outreach.suppress", Suppression.KeyOf(request.Channel, address)), cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Remove(string key, StaffMember member, ISuppressionStore store, CancellationToken cancellation) =>
        Suppression.ReadKey(key) is ({ } channel, { } hash) && await store.RemoveAsync(channel, hash, AuditEntry.By(member, "outreach.unsuppress", key), cancellation) ? TypedResults.NoContent() : Refusal.NotFound;
}

internal sealed record SuppressionRequest(Reach Channel, string? Address);
