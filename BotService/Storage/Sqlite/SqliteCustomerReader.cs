using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Customers;
using SupportBot.Desk.Search;

namespace SupportBot.Storage.Sqlite;

/// <summary>Puts a customer file together from its tables.</summary>
internal static class SqliteCustomerReader
{
    private const string Columns = """
        id, name, locale, zone, vip, segment, note, blocked_reason as BlockedReason, blocked_until as BlockedUntil,
        created_at as CreatedAt, updated_at as UpdatedAt, erased_at as ErasedAt, version
        """;

    private const string Page = """
        merged_into is null and erased_at is null and (@at is null or updated_at < @at or updated_at = @at and id > @id)
        order by updated_at desc, id limit @limit
        """;

    // Of very many with the same word the newest thousand are enough to look through.
    private const string Found = $"""
        where id in (
          select customer_id from customer_searchable where id in (select rowid from customer_search where customer_search match @words order by rowid desc limit 1000)
          union select customer_id from customer_contact where (kind = 0 and value = @email) or (kind = 1 and value in @phones)) and {Page}
        """;

    private const string FoundByContact = $"""
        where id in (select customer_id from customer_contact where (kind = 0 and value = @email) or (kind = 1 and value in @phones)) and {Page}
        """;

    private const string Consents = """
        select customer_id as CustomerId, channel, purpose, given, source, at from consent
        where id in (select max(id) from consent where customer_id in @ids group by customer_id, channel, purpose) order by id
        """;

    /// <summary>The id under which a file is kept: its own, or that of the file it was merged into.</summary>
    public static string? KeptAs(SqliteConnection connection, string id) =>
        connection.QueryFirstOrDefault<string>("select coalesce(merged_into, id) from customer where id = @id", new { id });

    public static Customer? Find(SqliteConnection connection, string id) => KeptAs(connection, id) is { } kept ? Fill(connection, Rows(connection, "where id = @kept", new { kept })).FirstOrDefault() : null;

    public static IReadOnlyList<Customer> Search(SqliteConnection connection, string? query, string[] phones, CustomerCursor? after, int limit)
    {
        string? words = query is null ? null : SearchWords.Query(query);
        string where = query is null ? $"where {Page}" : words is null ? FoundByContact : Found;
        return Fill(connection, Rows(connection, where, new
        {
            words,
            email = ContactPoints.Normal(ContactKind.Email, query),
            phones,
            at = after?.UpdatedAt,
            id = after?.Id,
            limit,
        }));
    }

    public static IReadOnlyList<Customer> OfPhone(SqliteConnection connection, IReadOnlyCollection<string> forms) => Fill(connection, Rows(
        connection,
        "where id in (select customer_id from customer_contact where kind = 1 and value in @forms) and merged_into is null and erased_at is null order by updated_at desc, id limit 50",
        new { forms }));

    public static IReadOnlyDictionary<string, Customer> OfConversations(SqliteConnection connection, IReadOnlyCollection<string> conversations)
    {
        List<(string Conversation, string Customer)> links = [.. connection.Query<(string, string)>("select conversation_id, customer_id from customer_conversation where conversation_id in @conversations", new { conversations })];
        Dictionary<string, Customer> files = Fill(connection, Rows(connection, "where id in @ids", new { ids = links.Select(link => link.Customer).Distinct() })).ToDictionary(file => file.Id);
        return links.Where(link => files.ContainsKey(link.Customer)).ToDictionary(link => link.Conversation, link => files[link.Customer]);
    }

    private static List<CustomerRow> Rows(SqliteConnection connection, string where, object values) =>
        connection.Query<CustomerRow>($"select {Columns} from customer {where}", values).AsList();

    private static List<Customer> Fill(SqliteConnection connection, List<CustomerRow> rows)
    {
        var ids = new { ids = rows.Select(row => row.Id).ToArray() };
        ILookup<string, string> shopIds = connection.Query<(string Customer, string Id)>("select customer_id, shop_id from customer_identity where customer_id in @ids order by shop_id", ids).ToLookup(row => row.Customer, row => row.Id);
        ILookup<string, Contact> contacts = connection.Query<(string Customer, long Kind, string Value, long Verified)>("select customer_id, kind, value, verified from customer_contact where customer_id in @ids", ids)
            .ToLookup(row => row.Customer, row => new Contact((ContactKind)row.Kind, row.Value, row.Verified != 0));
        ILookup<string, string> tags = connection.Query<(string Customer, string Tag)>("select customer_id, tag from customer_tag where customer_id in @ids order by tag", ids).ToLookup(row => row.Customer, row => row.Tag);
        ILookup<string, Consent> consents = connection.Query<ConsentRow>(Consents, ids)
            .ToLookup(row => row.CustomerId, row => row.Consent());
        return rows.ConvertAll(row => row.Customer() with
        {
            ShopIds = [.. shopIds[row.Id]],
            Contacts = [.. contacts[row.Id]],
            Tags = [.. tags[row.Id]],
            Consents = [.. consents[row.Id]],
        });
    }
}
