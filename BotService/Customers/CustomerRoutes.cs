using SupportBot.Access;
using SupportBot.Access.Audit;
using SupportBot.Operation;

namespace SupportBot.Customers;

/// <summary>Looking customer files up, and writing into them.</summary>
internal static class CustomerRoutes
{
    private const int LongestQuery = 200;

    public static void MapFiles(this IEndpointRouteBuilder customers)
    {
        customers.MapGet("", List).WithSummary("Customer files by a part of the name or a whole contact point, newest change first");
        customers.MapGet("/{id}", Read).WithSummary("One customer file");
        customers.MapPost("", Admit).RequirePermission(Permission.CustomersWrite).WithSummary("Keep a file of somebody who has told how to reach them");
        customers.MapPatch("/{id}", Change).RequirePermission(Permission.CustomersWrite).WithSummary("Change a customer file");
        customers.MapPut("/{id}/consents", SetConsent).RequirePermission(Permission.CustomersWrite).WithSummary("Note a word for or against being written to");
    }

    private static async Task<IResult> List(string? q, string? cursor, int? limit, StaffMember member, ICustomerStore store, CancellationToken cancellation)
    {
        CustomerCursor? after = string.IsNullOrEmpty(cursor) ? null : CustomerCursor.Read(cursor);
        if (after is null && !string.IsNullOrEmpty(cursor))
        {
            return Refusal.WrongCursor;
        }

        int most = Paging.Limit(limit);
        string? query = string.IsNullOrWhiteSpace(q) ? null : q.Trim()[..Math.Min(q.Trim().Length, LongestQuery)];
        IReadOnlyList<Customer> found = await store.SearchAsync(query, after, most + 1, cancellation);
        bool unmasked = member.May(Permission.CustomersUnmask);
        return TypedResults.Ok(Paging.Of(found, most, customer => CustomerCard.Of(customer, unmasked, []), customer => new CustomerCursor(customer.UpdatedAt.ToUnixTimeMilliseconds(), customer.Id).ToString()));
    }

    private static async Task<IResult> Read(string id, StaffMember member, ICustomerStore store, CustomerCards cards, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } customer ? TypedResults.Ok(await cards.OfAsync(customer, member, cancellation)) : Refusal.NotFound;

    private static async Task<IResult> Admit(NewcomerRequest request, StaffMember member, ICustomerStore store, CustomerCards cards, CancellationToken cancellation)
    {
        FieldFault[] faults =
        [
            .. request.Name is null ? [] : CustomerFields.Name(request.Name), .. request.Locale is null ? [] : CustomerFields.Locale(request.Locale),
            .. CustomerFields.Contact(ContactKind.Email, request.Email), .. CustomerFields.Contact(ContactKind.Phone, request.Phone),
            .. request is { Name: null, Email: null, Phone: null, ConversationId: null } ? (FieldFault[])[new("name", "CustomerNameWrong")] : [],
        ];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        string id = await store.AdmitAsync(request.Newcomer(), AuditEntry.By(member, "customer.admit", ""), cancellation);
        return await store.FindAsync(id, cancellation) is { } customer
            ? TypedResults.Created($"/api/customers/{id}", await cards.OfAsync(customer, member, cancellation))
            : Refusal.NotFound;
    }

    private static async Task<IResult> Change(string id, CustomerChange change, StaffMember member, ICustomerStore store, CustomerCards cards, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. change.Faults()];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        if (await store.FindAsync(id, cancellation) is not { } customer)
        {
            return Refusal.NotFound;
        }

        Customer wanted = change.On(customer);
        string detail = AuditDetail.Of(
            ("vip", customer.Vip, wanted.Vip),
            ("segment", customer.Segment, wanted.Segment),
            ("tags", string.Join(',', customer.Tags), string.Join(',', wanted.Tags)),
            ("name", null, customer.Name == wanted.Name ? null : "changed"),
            ("note", null, customer.Note == wanted.Note ? null : "changed"));
        return await store.SaveAsync(wanted, AuditEntry.By(member, "customer.change", customer.Id, detail), cancellation) switch
        {
            CustomerSaved.Saved => await Read(customer.Id, member, store, cards, cancellation),
            CustomerSaved.Missing => Refusal.NotFound,
            CustomerSaved.Changed => Refusal.Changed,
        };
    }

    private static async Task<IResult> SetConsent(string id, ConsentRequest request, StaffMember member, ICustomerStore store, CustomerCards cards, TimeProvider time, CancellationToken cancellation)
    {
        FieldFault[] faults = [.. CustomerFields.Word("channel", request.Channel), .. CustomerFields.Word("purpose", request.Purpose)];
        if (faults.Length > 0)
        {
            return Refusal.Invalid(faults);
        }

        Consent consent = new(request.Channel?.Trim() ?? "", request.Purpose?.Trim() ?? "", request.Given, "desk", time.GetUtcNow());
        AuditEntry audit = AuditEntry.By(member, "customer.consent", id, AuditDetail.Of(($"{consent.Channel}.{consent.Purpose}", null, consent.Given)));
        return await store.ConsentAsync(id, consent, audit, cancellation) == CustomerSaved.Saved ? await Read(id, member, store, cards, cancellation) : Refusal.NotFound;
    }
}

internal sealed record NewcomerRequest(string? Name, string? Locale, string? Email, string? Phone, string? ConversationId)
{
    public Newcomer Newcomer() => new(
        Name?.Trim(),
        Locale,
        [
            .. ContactPoints.Normal(ContactKind.Email, Email) is { } email ? (Contact[])[new(ContactKind.Email, email, false)] : [],
            .. ContactPoints.Normal(ContactKind.Phone, Phone) is { } phone ? (Contact[])[new(ContactKind.Phone, phone, false)] : [],
        ],
        ConversationId);
}

/// <summary>What is left out stays as it is.</summary>
internal sealed record CustomerChange(string? Name, string? Locale, string? Zone, string? Segment, IReadOnlyList<string>? Tags, string? Note, bool? Vip, long Version)
{
    public IEnumerable<FieldFault> Faults() =>
    [
        .. Name is null ? [] : CustomerFields.Name(Name),
        .. Locale is null ? [] : CustomerFields.Locale(Locale),
        .. Zone is null ? [] : CustomerFields.Zone(Zone),
        .. Segment is null ? [] : CustomerFields.Segment(Segment),
        .. Tags is null ? [] : CustomerFields.Tags(Tags),
        .. Note is null ? [] : CustomerFields.Note(Note),
    ];

    public Customer On(Customer customer) => customer with
    {
        Name = Name?.Trim() ?? customer.Name,
        Locale = Locale ?? customer.Locale,
        Zone = Zone ?? customer.Zone,
        Segment = Segment?.Trim() ?? customer.Segment,
        Tags = Tags is null ? customer.Tags : [.. Tags.Select(tag => tag.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)],
        Note = Note ?? customer.Note,
        Vip = Vip ?? customer.Vip,
        Version = Version,
    };
}

internal sealed record ConsentRequest(string? Channel, string? Purpose, bool Given);
