namespace SupportBot.Customers.Import;

/// <summary>The columns of a file of customers: one row a customer, known by the shop's id, else by e-mail or phone.</summary>
internal static class CustomerColumns
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Locale = "locale";
    public const string Zone = "zone";
    public const string Birthday = "birthday";
    public const string MemberSince = "member_since";
    public const string Tags = "tags";
    public const string Consents = "consents";

    public static readonly IReadOnlyList<string> All = [Id, Name, Email, Phone, Locale, Zone, Birthday, MemberSince, Tags, Consents];
}
