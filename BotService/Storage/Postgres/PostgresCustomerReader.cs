using Dapper;
using Npgsql;
using SupportBot.Customers;
using SupportBot.Desk.Search;

namespace SupportBot.Storage.Postgres;

/// <summary>Puts a customer file together from its tables.</summary>
internal static class PostgresCustomerReader
{
    private const string Columns = """
        id, name, locale, zone, vip, segment, note, blocked_reason as BlockedReason, blocked_until as BlockedUntil,
        created_at as CreatedAt, updated_at as UpdatedAt, erased_at as ErasedAt, version
        """;

    private const string Page = """
        merged_into is null and erased_at is null and (@at::bigint is null or updated_at < @at or updated_at = @at and id > @id)
        order by updated_at desc, id limit @limit
        """;

    // Of very many with the same word a thousand are enough to look through.
    private const string Found = $"""
        where id = any (array(
          (select customer_id from customer_searchable where words @@ @words::tsquery limit 1000)
          union select customer_id from customer_contact where (kind = 0 and value = @email) or (kind = 1 and value = any (@phones)))) and {Page}
        """;

    private const string FoundByContact = $"""
        where id in (select customer_id from customer_contact where (kind = 0 and value = @email) or (kind = 1 and value = any (@phones))) and {Page}
        """;

    private const string Consents = """
        select customer_id as CustomerId, channel, purpose, given, source, at from consent
        where id in (select max(id) from consent where customer_id = any (@ids) group by customer_id, channel, purpose) order by id
        """;

    /// <summary>The id under which a file is kept: its own, or that of the file it was merged into.</summary>
    public static Task<string?> KeptAsAsync(NpgsqlConnection connection, string id) =>
        connection.QueryFirstOrDefaultAsync<string?>("select coalesce(merged_into, id) from customer where id = @id", new { id });

    public static async Task<Customer?> FindAsync(NpgsqlConnection connection, string id) =>
        await KeptAsAsync(connection, id) is { } kept ? (await FillAsync(connection, await RowsAsync(connection, "where id = @kept", new { kept }))).FirstOrDefault() : null;

    public static async Task<IReadOnlyList<Customer>> SearchAsync(NpgsqlConnection connection, string? query, string[] phones, CustomerCursor? after, int limit)
    {
        string? words = query is null ? null : SearchWords.Query(query);
        string where = query is null ? $"where {Page}" : words is null ? FoundByContact : Found;
        return await FillAsync(connection, await RowsAsync(connection, where, new
        {
            words = words is null ? null : TextSearch.Query(words),
            email = ContactPoints.Normal(ContactKind.Email, query),
            phones,
            at = after?.UpdatedAt,
            id = after?.Id,
            limit,
        }));
    }

    public static async Task<IReadOnlyList<Customer>> OfPhoneAsync(NpgsqlConnection connection, IReadOnlyCollection<string> forms) => await FillAsync(connection, await RowsAsync(
        connection,
        "where id in (select customer_id from customer_contact where kind = 1 and value = any (@forms)) and merged_into is null and erased_at is null order by updated_at desc, id limit 50",
        new { forms = forms.ToArray() }));

    public static async Task<IReadOnlyDictionary<string, Customer>> OfConversationsAsync(NpgsqlConnection connection, IReadOnlyCollection<string> conversations)
    {
        List<(string Conversation, string Customer)> links =
            [.. await connection.QueryAsync<(string, string)>("select conversation_id, customer_id from customer_conversation where conversation_id = any (@ids)", new { ids = conversations.ToArray() })];
        List<CustomerRow> rows = await RowsAsync(connection, "where id = any (@ids)", new { ids = links.Select(link => link.Customer).Distinct().ToArray() });
        Dictionary<string, Customer> files = (await FillAsync(connection, rows)).ToDictionary(file => file.Id);
        return links.Where(link => files.ContainsKey(link.Customer)).ToDictionary(link => link.Conversation, link => files[link.Customer]);
    }

    private static async Task<List<CustomerRow>> RowsAsync(NpgsqlConnection connection, string where, object values) =>
        (await connection.QueryAsync<CustomerRow>($"select {Columns} from customer {where}", values)).AsList();

    private static async Task<List<Customer>> FillAsync(NpgsqlConnection connection, List<CustomerRow> rows)
    {
        var ids = new { ids = rows.Select(row => row.Id).ToArray() };
        ILookup<string, string> shopIds = (await connection.QueryAsync<(string Customer, string Id)>("select customer_id, shop_id from customer_identity where customer_id = any (@ids) order by shop_id", ids)).ToLookup(row => row.Customer, row => row.Id);
        ILookup<string, Contact> contacts = (await connection.QueryAsync<(string Customer, long Kind, string Value, long Verified)>("select customer_id, kind, value, verified from customer_contact where customer_id = any (@ids) order by kind, value", ids))
            .ToLookup(row => row.Customer, row => new Contact((ContactKind)row.Kind, row.Value, row.Verified != 0));
        ILookup<string, string> tags = (await connection.QueryAsync<(string Customer, string Tag)>("select customer_id, tag from customer_tag where customer_id = any (@ids) order by tag", ids)).ToLookup(row => row.Customer, row => row.Tag);
        ILookup<string, Consent> consents = (await connection.QueryAsync<ConsentRow>(Consents, ids)).ToLookup(row => row.CustomerId, row => row.Consent());
        return rows.ConvertAll(row => row.Customer() with
        {
            ShopIds = [.. shopIds[row.Id]],
            Contacts = [.. contacts[row.Id]],
            Tags = [.. tags[row.Id]],
            Consents = [.. consents[row.Id]],
        });
    }
}
