using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Dapper;
using SupportBot.Customers;
using SupportBot.Outreach;
using SupportBot.Outreach.Consents;
using SupportBot.Outreach.Planning;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlAudience(IOutreachDatabase database, PhoneNumbers phones, TimeProvider time) : IAudience
{
    private const string Columns = $"""
        select k.id, k.name, k.locale, k.zone, k.birthday, k.member_since as MemberSince,
          case when k.blocked_reason is not null and (k.blocked_until is null or k.blocked_until > @now) then 1 else 0 end as Blocked,
          {AudienceSql.Email} as Email, {AudienceSql.Phone} as Phone, {AudienceSql.Conversation} as ConversationId
        from customer k
        """;

    private readonly string consentsOf = $"""
        select customer_id as CustomerId, channel, given from consent
        where id in (select max(id) from consent where customer_id {database.In("ids")} and purpose = @purpose group by customer_id, channel)
        """;

    // The newest words in a conversation tell the browser's zone and language.
    private readonly string seenIn = $"""
        select m.conversation_id as ConversationId, m.body from message m
        where m.conversation_id {database.In("conversations")} and m.sender = 0
          and m.sequence = (select max(n.sequence) from message n where n.conversation_id = m.conversation_id and n.sender = 0)
        """;

    public ValueTask<IReadOnlyList<AudienceMember>> PageAsync(AudienceQuery query, string after, int limit, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<AudienceMember>>(
        async connection =>
        {
            DynamicParameters values = AudienceSql.Parameters(query.Segment, time.GetUtcNow());
            values.AddDynamicParams(new { after, limit, only = query.Only, birthdays = query.BirthdaysOn?.ToArray(), days = query.MembersOn?.ToArray() });
            string days = (query.Only is null ? "" : " and k.id = @only") + (query.BirthdaysOn is null ? "" : $" and k.birthday is not null and substr(k.birthday, 6, 5) {database.In("birthdays")}")
                + (query.MembersOn is null ? "" : $" and k.member_since is not null and substr(k.member_since, 9, 2) {database.In("days")}");
            string sql = $"{Columns} where k.id > @after and {AudienceSql.Living}{days} and {query.Segment.Condition} order by k.id limit @limit";
            return await FillAsync(connection, (await connection.QueryAsync<Row>(sql, values)).AsList(), query.Purpose);
        },
        cancellation);

    public ValueTask<AudienceMember?> FindAsync(string customerId, Purpose purpose, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            string? kept = await connection.QueryFirstOrDefaultAsync<string>("select coalesce(merged_into, id) from customer where id = @customerId", new { customerId });
            List<Row> found = (await connection.QueryAsync<Row>($"{Columns} where k.id = @kept and {AudienceSql.Living}", new { kept, now = time.GetUtcNow().ToUnixTimeMilliseconds() })).AsList();
            return await FillAsync(connection, found, purpose) is [var member, ..] ? member : null;
        },
        cancellation);

    public ValueTask<string?> OfShopIdAsync(string shopId, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QueryFirstOrDefaultAsync<string?>("select customer_id from customer_identity where shop_id = @shopId", new { shopId }),
        cancellation);

    private async Task<IReadOnlyList<AudienceMember>> FillAsync(DbConnection connection, List<Row> rows, Purpose purpose)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        ILookup<string, ConsentRow> consents = (await connection.QueryAsync<ConsentRow>(consentsOf, new { ids = rows.Select(row => row.Id).ToArray(), purpose = purpose.Name() })).ToLookup(row => row.CustomerId);
        HashSet<string> suppressed = await SuppressedAsync(connection, rows);
        string[] unknown = [.. rows.Where(row => row.Zone is null || row.Locale is null).Select(row => row.ConversationId).OfType<string>()];
        Dictionary<string, Activity> seen = unknown.Length == 0 ? [] : (await connection.QueryAsync<(string Conversation, byte[] Body)>(seenIn, new { conversations = unknown }))
            .ToDictionary(row => row.Conversation, row => Read(row.Body), StringComparer.Ordinal);
        return rows.ConvertAll(row => row.Member() with
        {
            Consents = consents[row.Id].Where(consent => ReachOf(consent.Channel) is not null).ToDictionary(consent => ReachOf(consent.Channel) ?? default, consent => consent.Given != 0),
            Suppressed = new[] { Reach.Email, Reach.Sms }.Where(reach => HashesOf(row, reach).Any(hash => suppressed.Contains(Suppression.KeyOf(reach, hash)))).ToHashSet(),
            SeenZone = seen.GetValueOrDefault(row.ConversationId ?? "").Zone,
            SeenLocale = seen.GetValueOrDefault(row.ConversationId ?? "").Locale,
        });
    }

    private async Task<HashSet<string>> SuppressedAsync(DbConnection connection, List<Row> rows)
    {
        if (await connection.ExecuteScalarAsync<long>("select count(*) from (select 1 from suppression limit 1) any_at_all") == 0)
        {
            return [];
        }

        byte[][] hashes = [.. rows.SelectMany(row => (byte[][])[.. HashesOf(row, Reach.Email), .. HashesOf(row, Reach.Sms)])];
        return hashes.Length == 0 ? []
            : (await connection.QueryAsync<(long Channel, byte[] Hash)>($"select channel, hash from suppression where hash {database.In("hashes")}", new { hashes }))
                .Select(row => Suppression.KeyOf((Reach)row.Channel, row.Hash)).ToHashSet(StringComparer.Ordinal);
    }

    private byte[][] HashesOf(Row row, Reach reach) => row.AddressOf(reach) is { } address ? Suppression.HashesOf(reach, address, phones) : [];

    private static Reach? ReachOf(string channel) => Enum.GetValues<Reach>().Where(reach => reach.Name() == channel).Select(reach => (Reach?)reach).FirstOrDefault();

    private static Activity Read(byte[] body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return new Activity(Text(document, "localTimezone"), Text(document, "locale"));
    }

    private static string? Text(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private readonly record struct Activity(string? Zone, string? Locale);

    private sealed record ConsentRow(string CustomerId, string Channel, long Given);

    // Properties, because a computed column has no type of its own that a constructor could be chosen by.
    private sealed record Row
    {
        public string Id { get; init; } = "";
        public string? Name { get; init; }
        public string? Locale { get; init; }
        public string? Zone { get; init; }
        public string? Birthday { get; init; }
        public string? MemberSince { get; init; }
        public long Blocked { get; init; }
        public string? Email { get; init; }
        public string? Phone { get; init; }
        public string? ConversationId { get; init; }

        public string? AddressOf(Reach reach) => reach == Reach.Email ? Email : Phone;

        public AudienceMember Member() => new()
        {
            Id = Id,
            Name = Name,
            Locale = Locale,
            Zone = Zone,
            Birthday = DayOf(Birthday),
            MemberSince = DayOf(MemberSince),
            Blocked = Blocked != 0,
            Email = Email,
            Phone = Phone,
            ConversationId = ConversationId,
        };

        private static DateOnly? DayOf(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) ? read : null;
    }
}
