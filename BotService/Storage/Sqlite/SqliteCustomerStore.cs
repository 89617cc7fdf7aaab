using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Access.Audit;
using SupportBot.Customers;

namespace SupportBot.Storage.Sqlite;

/// <summary>Customer files on SQLite.</summary>
internal sealed class SqliteCustomerStore(SqliteReads reads, CommitLoop commits, PhoneNumbers phones, TimeProvider time) : ICustomerStore
{
    private const string Update = """
        update customer set name = @Name, locale = @Locale, zone = @Zone, vip = @Vip, segment = @Segment, note = @Note,
          blocked_reason = @reason, blocked_until = @until, blocked_at = case when @reason is null then null else coalesce(blocked_at, @now) end, updated_at = @now, version = version + 1
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
        update or ignore recipient set customer_id = @into where customer_id = @from;
        update recipient set status = 3, reason = 10 where customer_id = @from and status = 0;
        update or ignore customer_contact set customer_id = @into where customer_id = @from;
        delete from customer_contact where customer_id = @from;
        update or ignore customer_tag set customer_id = @into where customer_id = @from;
        delete from customer_tag where customer_id = @from;
        update customer set
          name = coalesce(name, (select name from customer where id = @from)),
          locale = coalesce(locale, (select locale from customer where id = @from)),
          zone = coalesce(zone, (select zone from customer where id = @from)),
          birthday = coalesce(birthday, (select birthday from customer where id = @from)),
          member_since = coalesce(member_since, (select member_since from customer where id = @from)),
          vip = max(vip, (select vip from customer where id = @from)),
          note = trim(note || char(10) || (select note from customer where id = @from), char(10)),
          blocked_reason = coalesce(blocked_reason, (select blocked_reason from customer where id = @from)),
          blocked_until = case when blocked_reason is null then (select blocked_until from customer where id = @from) else blocked_until end,
          blocked_at = coalesce(blocked_at, (select blocked_at from customer where id = @from)),
          created_at = min(created_at, (select created_at from customer where id = @from)),
          updated_at = @now, version = version + 1
        where id = @into;
        update customer set merged_into = @into where id = @from or merged_into = @from;
        update customer set name = null, note = '' where id = @from;
        """;

    private const string Give = "insert into customer_conversation (conversation_id, customer_id, at) values (@conversationId, @customerId, @now) on conflict do nothing";

    private const string Blocked = """
        select link.conversation_id, conversation.user_id, customer.blocked_until, coalesce(customer.blocked_at, 0)
        from customer join customer_conversation link on link.customer_id = customer.id left join conversation on conversation.id = link.conversation_id
        where customer.blocked_reason is not null and (customer.blocked_until is null or customer.blocked_until > @now)
        """;

    public ValueTask<Customer?> FindAsync(string id, CancellationToken cancellation) => ValueTask.FromResult(reads.Read(connection => SqliteCustomerReader.Find(connection, id)));

    public async ValueTask<Customer?> OfConversationAsync(string conversationId, CancellationToken cancellation) =>
        (await OfConversationsAsync([conversationId], cancellation)).GetValueOrDefault(conversationId);

    public ValueTask<IReadOnlyDictionary<string, Customer>> OfConversationsAsync(IReadOnlyCollection<string> conversationIds, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => SqliteCustomerReader.OfConversations(connection, conversationIds)));

    public ValueTask<IReadOnlyList<Customer>> SearchAsync(string? query, CustomerCursor? after, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => SqliteCustomerReader.Search(connection, query, phones.FormsOf(query), after, limit)));

    public ValueTask<IReadOnlyList<Customer>> OfPhoneAsync(IReadOnlyCollection<string> forms, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => SqliteCustomerReader.OfPhone(connection, forms)));

    public Task GiveAsync(string conversationId, string customerId, CancellationToken cancellation) => commits.WriteAsync(
        connection => connection.Execute(Give, new { conversationId, customerId, now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
        cancellation);

    public async Task<string> AdmitAsync(Newcomer newcomer, AuditEntry? audit, CancellationToken cancellation) => (await commits.WriteAsync(
        connection =>
        {
            DateTimeOffset now = time.GetUtcNow();
            string id = SqliteCustomerWrites.Admit(connection, newcomer, now);
            Tell(connection, audit is null ? null : audit with { Target = id });
            return (id, now);
        },
        cancellation)).id;

    public Task<CustomerSaved> SaveAsync(Customer customer, AuditEntry audit, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            int changed = connection.Execute(Update, new
            {
                customer.Id,
                customer.Name,
                customer.Locale,
                customer.Zone,
                customer.Vip,
                customer.Segment,
                customer.Note,
                customer.Version,
                reason = customer.Blocked?.Reason,
                until = customer.Blocked?.Until?.ToUnixTimeMilliseconds(),
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            });
            if (changed == 0)
            {
                return SqliteCustomerReader.KeptAs(connection, customer.Id) is null ? CustomerSaved.Missing : CustomerSaved.Changed;
            }

            connection.Execute("delete from customer_tag where customer_id = @Id", new { customer.Id });
            connection.Execute("insert into customer_tag (customer_id, tag) values (@Id, @tag) on conflict do nothing", customer.Tags.Select(tag => new { customer.Id, tag }));
            Tell(connection, audit);
            return CustomerSaved.Saved;
        },
        cancellation);

    public Task<CustomerSaved> MergeAsync(string from, string into, AuditEntry audit, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            if (from == into || Open(connection, from) != 1 || Open(connection, into) != 1)
            {
                return CustomerSaved.Missing;
            }

            connection.Execute(Merge, new { from, into, now = time.GetUtcNow().ToUnixTimeMilliseconds() });
            Tell(connection, audit);
            return CustomerSaved.Saved;
        },
        cancellation);

    public Task<CustomerSaved> ConsentAsync(string id, Consent consent, AuditEntry? audit, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            if (Open(connection, id) != 1)
            {
                return CustomerSaved.Missing;
            }

            connection.Execute(
                "insert into consent (customer_id, channel, purpose, given, source, at) values (@id, @Channel, @Purpose, @Given, @Source, @at)",
                new { id, consent.Channel, consent.Purpose, consent.Given, consent.Source, at = consent.At.ToUnixTimeMilliseconds() });
            Tell(connection, audit);
            return CustomerSaved.Saved;
        },
        cancellation);

    public ValueTask<IReadOnlyList<Consent>> ConsentsBesideAsync(string id, string channel, string source, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<Consent>>(
        reads.Read(connection => connection.Query<ConsentRow>(ConsentsBeside, new { id, channel, source }).Select(row => row.Consent()).ToArray()));

    public ValueTask<IReadOnlyList<string>> ConversationsAsync(string id, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<string>>(
        reads.Read(connection => connection.Query<string>("select conversation_id from customer_conversation where customer_id = @id order by at", new { id }).AsList()));

    public ValueTask<IReadOnlyList<BlockedConversation>> BlockedAsync(CancellationToken cancellation) =>
        ValueTask.FromResult<IReadOnlyList<BlockedConversation>>(reads.Read(connection =>
            connection.Query<(string Id, string? User, long? Until, long Since)>(Blocked, new { now = time.GetUtcNow().ToUnixTimeMilliseconds() })
                .Select(row => new BlockedConversation(row.Id, row.User, row.Until is { } until ? DateTimeOffset.FromUnixTimeMilliseconds(until) : null, DateTimeOffset.FromUnixTimeMilliseconds(row.Since))).ToList()));

    public Task EraseAsync(Erasure erasure, AuditEntry? audit, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            SqliteErasure.Run(connection, erasure, time.GetUtcNow());
            Tell(connection, audit);
            return true;
        },
        cancellation);

    private static long Open(SqliteConnection connection, string id) =>
        connection.ExecuteScalar<long>("select count(*) from customer where id = @id and merged_into is null and erased_at is null", new { id });

    private void Tell(SqliteConnection connection, AuditEntry? audit)
    {
        if (audit is not null)
        {
            SqliteAuditLog.Write(connection, audit, time.GetUtcNow());
        }
    }
}
