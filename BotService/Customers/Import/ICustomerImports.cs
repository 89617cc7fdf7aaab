using SupportBot.Access.Audit;

namespace SupportBot.Customers.Import;

/// <summary>Writes customers that a file names.</summary>
internal interface ICustomerImports
{
    /// <summary>
    /// All of them in one transaction. What a row leaves out stays as it is, tags and contact points are added, and a word on consent counts when it is
    /// newer than the one we have.
    /// </summary>
    /// <param name="customers">Whom the file names.</param>
    /// <param name="returned">Whether those are taken too who were erased: they have come back.</param>
    /// <param name="audit">Written with it.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    Task<ImportOutcome> SaveAsync(IReadOnlyList<ImportedCustomer> customers, bool returned, AuditEntry audit, CancellationToken cancellation);
}

/// <param name="Added">How many were not known before.</param>
/// <param name="Erased">Who was erased, and so not taken, with the key they are known by.</param>
internal sealed record ImportOutcome(int Added, IReadOnlyList<(ImportedCustomer Customer, string Key)> Erased);

/// <summary>A customer as a row names them; null is what it leaves out.</summary>
internal sealed record ImportedCustomer
{
    /// <summary>Where the file names them.</summary>
    public int Line { get; init; }

    /// <summary>By which they are known when they were erased, with the column each is made of.</summary>
    public IReadOnlyDictionary<string, string> ErasedKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>Their id in the shop; null for a guest, who is known by a contact point.</summary>
    public string? ShopId { get; init; }

    public string? Name { get; init; }

    public string? Locale { get; init; }

    public string? Zone { get; init; }

    public DateOnly? Birthday { get; init; }

    public DateOnly? MemberSince { get; init; }

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<Consent> Consents { get; init; } = [];
}
