using SupportBot.Access.Audit;

namespace SupportBot.Customers.Import;

/// <summary>Writes customers that a file names.</summary>
internal interface ICustomerImports
{
    /// <summary>
    /// All of them in one transaction. What a row leaves out stays as it is, tags and contact points are added, and a word on consent counts when it is
    /// newer than the one we have.
    /// </summary>
    /// <returns>How many were not known before.</returns>
    Task<int> SaveAsync(IReadOnlyList<ImportedCustomer> customers, AuditEntry audit, CancellationToken cancellation);
}

/// <summary>A customer as a row names them; null is what it leaves out.</summary>
internal sealed record ImportedCustomer
{
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
