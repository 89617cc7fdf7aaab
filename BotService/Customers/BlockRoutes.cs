using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Customers;

/// <summary>The blocklist: whoever stands on it can no longer write to us.</summary>
internal static class BlockRoutes
{
    public static void MapBlocks(this IEndpointRouteBuilder customers)
    {
        customers.MapPost("/{id}/block", Block).RequirePermission(Permission.CustomersWrite).WithSummary("Refuse a customer's messages, for a time or for good");
        customers.MapDelete("/{id}/block", Unblock).RequirePermission(Permission.CustomersWrite).WithSummary("Take a customer's messages again");
    }

    private static async Task<IResult> Block(string id, BlockRequest request, StaffMember member, ICustomerStore store, Blocklist blocklist, CustomerCards cards, TimeProvider time, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. CustomerFields.Reason(request.Reason), .. request.Until <= time.GetUtcNow() ? (FieldFault[])[new("until", "UntilPast")] : []];
        return faults.Length > 0
            ? Refusal.Invalid(faults)
            : await SetAsync(id, new Block(request.Reason?.Trim() ?? "", request.Until), "customer.block", member, store, blocklist, cards, cancellation);
    }

    private static Task<IResult> Unblock(string id, StaffMember member, ICustomerStore store, Blocklist blocklist, CustomerCards cards, CancellationToken cancellation) =>
        SetAsync(id, null, "customer.unblock", member, store, blocklist, cards, cancellation);

    // Two who block the same customer want the same: the last word stands.
    private static async Task<IResult> SetAsync(string id, Block? block, string action, StaffMember member, ICustomerStore store, Blocklist blocklist, CustomerCards cards, CancellationToken cancellation)
    {
        CustomerSaved saved;
        Customer wanted;
        do
        {
            if (await store.FindAsync(id, cancellation) is not { ErasedAt: null } customer)
            {
                return Refusal.NotFound;
            }

            wanted = customer with { Blocked = block };
            saved = await store.SaveAsync(wanted, AuditEntry.By(member, action, customer.Id, AuditDetail.Of(("until", null, block?.Until))), cancellation);
        }
        while (saved == CustomerSaved.Changed);

        await blocklist.RefreshAsync(cancellation);
        return saved == CustomerSaved.Saved ? TypedResults.Ok(await cards.OfAsync(wanted with { Version = wanted.Version + 1 }, member, cancellation)) : Refusal.NotFound;
    }
}

internal sealed record BlockRequest(string? Reason, DateTimeOffset? Until);
