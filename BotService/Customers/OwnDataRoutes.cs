using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Customers;

/// <summary>What a customer may ask of us with their data, and putting two files of one person together.</summary>
internal static class OwnDataRoutes
{
    public static void MapOwnData(this IEndpointRouteBuilder customers)
    {
        customers.MapPost("/{id}/merge", Merge).RequirePermission(Permission.CustomersUnmask).WithSummary("Move everything of this file into another of the same person");
        customers.MapGet("/{id}/export", Export).RequirePermission(Permission.CustomersUnmask).WithSummary("Everything kept of a customer, as one JSON document");
        customers.MapPost("/{id}/erase", Erase).RequirePermission(Permission.CustomersErase).WithSummary("Remove everything personal of a customer, for good");
    }

    private static async Task<IResult> Merge(string id, MergeRequest request, StaffMember member, ICustomerStore store, Blocklist blocklist, CustomerCards cards, CancellationToken cancellation)
    {
        string into = request.Into ?? "";
        if (into == id || await store.FindAsync(into, cancellation) is not { ErasedAt: null })
        {
            return Refusal.Invalid("into", "CustomerUnknown");
        }

        if (await store.MergeAsync(id, into, AuditEntry.By(member, "customer.merge", id, AuditDetail.Of(("into", null, into))), cancellation) != CustomerSaved.Saved)
        {
            return Refusal.NotFound;
        }

        await blocklist.RefreshAsync(cancellation);
        return await store.FindAsync(into, cancellation) is { } customer ? TypedResults.Ok(await cards.OfAsync(customer, member, cancellation)) : Refusal.NotFound;
    }

    private static async Task<IResult> Export(string id, StaffMember member, ICustomerStore store, CustomerExport export, IAuditLog audit, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } customer)
        {
            return Refusal.NotFound;
        }

        await audit.WriteAsync(AuditEntry.By(member, "customer.export", customer.Id), cancellation);
        return Results.Stream(stream => export.WriteAsync(customer, stream, cancellation), "application/json; charset=utf-8", $"customer-{customer.Id}.json");
    }

    private static async Task<IResult> Erase(string id, StaffMember member, ICustomerStore store, Erasures erasures, Blocklist blocklist, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } customer)
        {
            return Refusal.NotFound;
        }

        await erasures.EraseAsync(customer, AuditEntry.By(member, "customer.erase", customer.Id), cancellation);
        await blocklist.RefreshAsync(cancellation);
        return TypedResults.NoContent();
    }
}

internal sealed record MergeRequest(string? Into);
