namespace SupportBot.Customers;

/// <summary>A customer file as the desk shows it.</summary>
internal sealed record CustomerCard(
    string Id,
    string? Name,
    string? Locale,
    string? Zone,
    bool Vip,
    string? Segment,
    Block? Blocked,
    IReadOnlyList<ContactDocument> Contacts,
    IReadOnlyList<Consent> Consents,
    IReadOnlyList<string> Tags,
    string Note,
    DateTimeOffset CreatedAt,
    IReadOnlyList<CustomerOrder> Orders,
    bool Erased,
    long Version)
{
    /// <param name="customer">The file.</param>
    /// <param name="unmasked">Whether contact points are shown whole.</param>
    /// <param name="orders">Their newest orders.</param>
    public static CustomerCard Of(Customer customer, bool unmasked, IReadOnlyList<CustomerOrder> orders) => new(
        customer.Id,
        customer.Name,
        customer.Locale,
        customer.Zone,
        customer.Vip,
        customer.Segment,
        customer.Blocked,
        [.. customer.Contacts.Select(contact => new ContactDocument(contact.Kind, unmasked ? contact.Value : ContactPoints.Masked(contact), contact.Verified))],
        customer.Consents,
        customer.Tags,
        customer.Note,
        customer.CreatedAt,
        orders,
        customer.ErasedAt is not null,
        customer.Version);
}

internal sealed record ContactDocument(ContactKind Kind, string Value, bool Verified);

/// <summary>An order, in one line.</summary>
internal sealed record CustomerOrder(string Number, string Status, decimal Total, string Currency, DateTimeOffset PlacedAt);
