using Dapper;
using Npgsql;
using SupportBot.Access.Audit;
using SupportBot.Customers;

namespace SupportBot.Storage.Postgres;

/// <summary>Customer files on PostgreSQL.</summary>
internal sealed class PostgresCustomerStore(PostgresWork work, PhoneNumbers phones, TimeProvider time) : ICustomerStore
{
    private const string Update = """
        update customer set name = @Name, locale = @Locale, zone = @Zone, vip = @vip, segment = @Segment, note = @Note,
          blocked_reason = @reason, blocked_until = @until, blocked_at = case when @reason::text is null then null else coalesce(blocked_at, @now) end, updated_at = @now, version = version + 1
        where id = @Id and version = @Version and erased_at is null
        """;

    private const string ConsentsBeside = """
        select customer_id as CustomerId, channel, purpose, given, source, at from consent
        where id in (select max(id) from consent where customer_id = @id and channel = @channel and source <> @source group by purpose)
        """;

    private const string Merge = """
        update customer_identity set customer_id = @into where customer_id = @from;
        update customer_conversation set customer_id = @into where customer_id = @from;
        update ticket set customer_id = @into where customer_id = @from;
        update consent set customer_id = @into where customer_id = @from;
        update recipient moved set customer_id = @into where moved.customer_id = @from and not exists (
          select from recipient own where own.campaign_id = moved.campaign_id and own.occurrence = moved.occurrence and own.customer_id = @into and own.channel = moved.channel);
        update recipient set status = 3, reason = 10 where customer_id = @from and status = 0;
        insert into customer_contact select @into, kind, value, verified from customer_contact where customer_id = @from on conflict do nothing;
        delete from customer_contact where customer_id = @from;
        insert into customer_tag select @into, tag from customer_tag where customer_id = @from on conflict do nothing;
        delete from customer_tag where customer_id = @from;
        update customer kept set
          name = coalesce(kept.name, gone.name),
          locale = coalesce(kept.locale, gone.locale),
          zone = coalesce(kept.zone, gone.zone),
          birthday = coalesce(kept.birthday, gone.birthday),
          member_since = coalesce(kept.member_since, gone.member_since),
          vip = greatest(kept.vip, gone.vip),
          note = trim(both chr(10) from kept.note || chr(10) || gone.note),
          blocked_reason = coalesce(kept.blocked_reason, gone.blocked_reason),
          blocked_until = case when kept.blocked_reason is null then gone.blocked_until else kept.blocked_until end,
          blocked_at = coalesce(kept.blocked_at, gone.blocked_at),
          created_at = least(kept.created_at, gone.created_at),
          updated_at = @now, version = kept.version + 1
        from customer gone where kept.id = @into and gone.id = @from;
        update customer set merged_into = @into where id = @from or merged_into = @from;
        update customer set name = null, note = '' where id = @from;
        """;

    private const string Give = "insert into customer_conversation (conversation_id, customer_id, at) values (@conversationId, @customerId, @now) on conflict do nothing";

    private const string Blocked = """
        select link.conversation_id, conversation.user_id, customer.blocked_until, coalesce(customer.blocked_at, 0)
        from customer join customer_conversation link on link.customer_id = customer.id left join conversation on conversation.id = link.conversation_id
        where customer.blocked_reason is not null and (customer.blocked_until is null or customer.blocked_until > @now)
        """;

    public ValueTask<Customer?> FindAsync(string id, CancellationToken cancellation) => work.ReadAsync(connection => PostgresCustomerReader.FindAsync(connection, id), cancellation);

    public async ValueTask<Customer?> OfConversationAsync(string conversationId, CancellationToken cancellation) =>
        (await OfConversationsAsync([conversationId], cancellation)).GetValueOrDefault(conversationId);

    public ValueTask<IReadOnlyDictionary<string, Customer>> OfConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation) =>
        work.ReadAsync(connection => PostgresCustomerReader.OfConversationsAsync(connection, conversationIds), cancellation);

    public ValueTask<IReadOnlyList<Customer>> SearchAsync(string? query, CustomerCursor? after, int limit, CancellationToken cancellation) =>
        work.ReadAsync(connection => PostgresCustomerReader.SearchAsync(connection, query, phones.FormsOf(query), after, limit), cancellation);

    public ValueTask<IReadOnlyList<Customer>> OfPhoneAsync(IReadOnlyCollection<string> forms, CancellationToken cancellation) =>
        work.ReadAsync(connection => PostgresCustomerReader.OfPhoneAsync(connection, forms), cancellation);

    public Task GiveAsync(string conversationId, string customerId, CancellationToken cancellation) => WriteAsync(
        connection => connection.ExecuteAsync(Give, new { conversationId, customerId, now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
        cancellation);

    public Task<string> AdmitAsync(Newcomer newcomer, AuditEntry? audit, CancellationToken cancellation) => WriteAsync(
        async connection =>
        {
            string id = await PostgresCustomerWrites.AdmitAsync(connection, newcomer, time.GetUtcNow());
            await TellAsync(connection, audit is null ? null : audit with { Target = id });
            return id;
        },
        cancellation);

    public Task<CustomerSaved> SaveAsync(Customer customer, AuditEntry audit, CancellationToken cancellation) => WriteAsync(
        async connection =>
        {
            int changed = await connection.ExecuteAsync(Update, new
            {
                customer.Id,
                customer.Name,
                customer.Locale,
                customer.Zone,
                vip = customer.Vip ? 1 : 0,
                customer.Segment,
                customer.Note,
                customer.Version,
                reason = customer.Blocked?.Reason,
                until = customer.Blocked?.Until?.ToUnixTimeMilliseconds(),
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            });
            if (changed == 0)
            {
                return await PostgresCustomerReader.KeptAsAsync(connection, customer.Id) is null ? CustomerSaved.Missing : CustomerSaved.Changed;
            }

            await connection.ExecuteAsync("delete from customer_tag where customer_id = @Id", new { customer.Id });
            await connection.ExecuteAsync("insert into customer_tag (customer_id, tag) select @Id, unnest(@tags) on conflict do nothing", new { customer.Id, tags = customer.Tags.ToArray() });
            await TellAsync(connection, audit);
            return CustomerSaved.Saved;
        },
        cancellation);

    public Task<CustomerSaved> MergeAsync(string from, string into, AuditEntry audit, CancellationToken cancellation) => WriteAsync(
        async connection =>
        {
            if (from == into || !await IsOpenAsync(connection, from) || !await IsOpenAsync(connection, into))
            {
                return CustomerSaved.Missing;
            }

            await connection.ExecuteAsync(Merge, new { from, into, now = time.GetUtcNow().ToUnixTimeMilliseconds() });
            await TellAsync(connection, audit);
            return CustomerSaved.Saved;
        },
        cancellation);

    public Task<CustomerSaved> ConsentAsync(string id, Consent consent, AuditEntry? audit, CancellationToken cancellation) => WriteAsync(
        async connection =>
        {
            if (!await IsOpenAsync(connection, id))
            {
                return CustomerSaved.Missing;
            }

            await connection.ExecuteAsync(
                "insert into consent (customer_id, channel, purpose, given, source, at) values (@id, @Channel, @Purpose, @given, @Source, @at)",
                new { id, consent.Channel, consent.Purpose, given = consent.Given ? 1 : 0, consent.Source, at = consent.At.ToUnixTimeMilliseconds() });
            await TellAsync(connection, audit);
            return CustomerSaved.Saved;
        },
        cancellation);

    public ValueTask<IReadOnlyList<Consent>> ConsentsBesideAsync(string id, string channel, string source, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<Consent>>(
        async connection => [.. (await connection.QueryAsync<ConsentRow>(ConsentsBeside, new { id, channel, source })).Select(row => row.Consent())],
        cancellation);

    public ValueTask<IReadOnlyList<string>> ConversationsAsync(string id, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<string>>(
        async connection => [.. await connection.QueryAsync<string>("select conversation_id from customer_conversation where customer_id = @id order by at", new { id })],
        cancellation);

    public ValueTask<IReadOnlyList<BlockedConversation>> BlockedAsync(CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<BlockedConversation>>(
        async connection => [.. (await connection.QueryAsync<(string Id, string? User, long? Until, long Since)>(Blocked, new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }))
            .Select(row => new BlockedConversation(row.Id, row.User, row.Until is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null, DateTimeOffset.FromUnixTimeMilliseconds(row.Since)))],
        cancellation);

    public Task EraseAsync(Erasure erasure, AuditEntry? audit, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            await PostgresErasure.RunAsync(connection, erasure, time.GetUtcNow());
            await TellAsync(connection, audit);
            return true;
        },
        cancellation,
        Room.Desk,
        Room.Customers);

    private Task<T> WriteAsync<T>(Func<NpgsqlConnection, Task<T>> write, CancellationToken cancellation) => work.WriteAsync(write, cancellation, Room.Customers);

    private static async Task<bool> IsOpenAsync(NpgsqlConnection connection, string id) =>
        await connection.ExecuteScalarAsync<long>("select count(*) from customer where id = @id and merged_into is null and erased_at is null", new { id }) == 1;

    private async Task TellAsync(NpgsqlConnection connection, AuditEntry? audit)
    {
        if (audit is not null)
        {
            await PostgresAuditLog.WriteAsync(connection, audit, time.GetUtcNow());
        }
    }
}
