using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Customers;
using SupportBot.Operation;

namespace SupportBot.Tickets;

/// <summary>Listing, reading and opening tickets, and changing what they say.</summary>
internal static class TicketRoutes
{
    private const int LongestQuery = 200;

    public static void MapTicketFiles(this IEndpointRouteBuilder tickets)
    {
        tickets.MapGet("", List).WithSummary("Tickets, newest first");
        tickets.MapGet("/{id}", Read).WithSummary("One ticket with its history");
        tickets.MapPost("", Open).RequirePermission(Permission.TicketsWrite).WithSummary("Open a ticket by hand, or from a conversation");
        tickets.MapPatch("/{id}", Edit).RequirePermission(Permission.TicketsWrite).WithSummary("Change what a ticket says");
    }

    private static async Task<IResult> List([AsParameters] TicketQuery query, StaffMember member, ITicketStore store, TimeProvider time, CancellationToken cancellation)
    {
        TicketCursor? after = string.IsNullOrEmpty(query.Cursor) ? null : TicketCursor.Read(query.Cursor);
        if (after is null && !string.IsNullOrEmpty(query.Cursor))
        {
            return Refusal.WrongCursor;
        }

        if (query.Filter(member, LongestQuery) is not { } filter)
        {
            return Refusal.Invalid("status", "FilterWrong");
        }

        int most = Paging.Limit(query.Limit);
        IReadOnlyList<TicketView> found = await store.ListAsync(filter, after, most + 1, cancellation);
        DateTimeOffset now = time.GetUtcNow();
        return TypedResults.Ok(Paging.Of(found, most, view => TicketSummary.Of(view, now), view => new TicketCursor(view.Ticket.CreatedAt.ToUnixTimeMilliseconds(), view.Ticket.Id).ToString()));
    }

    private static async Task<IResult> Read(string id, StaffMember member, ITicketStore store, TimeProvider time, CancellationToken cancellation) =>
        await DocumentAsync(id, member, store, time, cancellation) is { } document ? TypedResults.Ok(document) : Refusal.NotFound;

    /// <summary>The answer to every change: the ticket as it is now.</summary>
    public static async Task<IResult> AnswerAsync(Refusal? refusal, string id, StaffMember member, ITicketStore store, TimeProvider time, CancellationToken cancellation) =>
        refusal ?? await Read(id, member, store, time, cancellation);

    private static async Task<IResult> Open(OpenRequest request, StaffMember member, [AsParameters] TicketNames names, TicketDesk desk, ITicketStore store, TimeProvider time, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. request.Faults(), .. await names.FaultsAsync(request, cancellation)];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        DateTimeOffset now = time.GetUtcNow();
        string? locale = request.Locale ?? await names.LocaleAsync(request.ConversationId, cancellation);
        Ticket ticket = (request with { Locale = locale }).Ticket(now);
        TicketEntry entry = new(now, member.Id, member.Name, "opened", null) { News = TicketNewsKind.Opened };
        string id = await desk.OpenAsync(ticket, request.At, entry, AuditEntry.By(member, "ticket.opened", ""), cancellation);
        return await DocumentAsync(id, member, store, time, cancellation) is { } document ? TypedResults.Created($"/api/tickets/{id}", document) : Refusal.NotFound;
    }

    private static async Task<IResult> Edit(string id, TicketChange change, [AsParameters] TicketTools tools, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. change.Faults()];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        if (await tools.Store.FindAsync(id, cancellation) is not { } found)
        {
            return Refusal.NotFound;
        }

        (TicketFault fault, Ticket after) = TicketRules.Edit(found.Ticket, change.On(found.Ticket), await tools.Desk.TimesAsync(cancellation));
        if (TicketRefusals.Of(fault) is { } refusal)
        {
            return refusal;
        }

        TicketEntry entry = new(tools.Time.GetUtcNow(), tools.Member.Id, tools.Member.Name, "edited", string.Join(", ", change.Fields()));
        return await tools.Store.SaveAsync(after, entry, TicketDesk.AuditOf(tools.Member, "edited", found.Ticket, after), cancellation) switch
        {
            TicketSaved.Saved => await Read(id, tools.Member, tools.Store, tools.Time, cancellation),
            TicketSaved.Missing => Refusal.NotFound,
            TicketSaved.Changed => Refusal.Changed,
        };
    }

    private static async Task<TicketDocument?> DocumentAsync(string id, StaffMember member, ITicketStore store, TimeProvider time, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } found)
        {
            return null;
        }

        TicketDetails details = found.Ticket.Details;
        bool whole = member.May(Permission.CustomersUnmask) || found.Ticket.OwnerId == member.Id;
        IReadOnlyList<TicketEntry> history = await store.HistoryAsync(id, cancellation);
        return new TicketDocument(TicketSummary.Of(found, time.GetUtcNow()))
        {
            Description = details.Description,
            Wish = details.Wish,
            Files = details.Files,
            Contact = new TicketContact(Shown(ContactKind.Phone, details.Phone, whole), Shown(ContactKind.Email, details.Email, whole), details.Address, !whole),
            At = details.At,
            Locale = details.Locale,
            History = [.. history.Select(entry => new TicketLine(entry.At, entry.ActorId is { } actor ? new TicketPerson(actor, entry.ActorName ?? "") : null, entry.Action, entry.Detail))],
        };
    }

    private static string? Shown(ContactKind kind, string? value, bool whole) =>
        value is null || whole ? value : ContactPoints.Masked(new Contact(kind, ContactPoints.Normal(kind, value) ?? value, false));
}
