using System.Data.Common;
using System.Globalization;
using Dapper;
using SupportBot.Access.Audit;
using SupportBot.Customers;
using SupportBot.Customers.Import;
using SupportBot.Operation;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlCustomerImports(IOutreachDatabase database, TimeProvider time) : ICustomerImports
{
    // As for newcomers at the desk: whoever has an account is known by it alone.
    private const string Guest = """
        select customer.id from customer_contact contact join customer on customer.id = contact.customer_id
        where contact.kind = @kind and contact.value = @Value and customer.erased_at is null
          and not exists (select 1 from customer_identity identity where identity.customer_id = customer.id)
        limit 1
        """;

    private const string Renew = """
        update customer set name = coalesce(@Name, name), locale = coalesce(@Locale, locale), zone = coalesce(@Zone, zone), birthday = coalesce(@birthday, birthday),
          member_since = coalesce(@memberSince, member_since), updated_at = @now, version = version + 1
        where id = @id and erased_at is null
        """;

    private const string AddContact = """
        insert into customer_contact (customer_id, kind, value, verified) values (@id, @kind, @Value, @verified)
        on conflict (customer_id, kind, value) do update set verified = case when excluded.verified > customer_contact.verified then excluded.verified else customer_contact.verified end
        """;

    // What was said here since the file was written stands.
    private const string AddConsent = """
        insert into consent (customer_id, channel, purpose, given, source, at)
        select @id, @Channel, @Purpose, @given, @Source, @at
        where not exists (select 1 from consent known where known.customer_id = @id and known.channel = @Channel and known.purpose = @Purpose and known.at >= @at)
        """;

    private readonly string erased = $"select key from erased_key where key {database.In("keys")} order by key limit 1";
    private readonly string forget = $"delete from erased_key where key {database.In("keys")}";

    public Task<ImportOutcome> SaveAsync(IReadOnlyList<ImportedCustomer> customers, bool returned, AuditEntry audit, CancellationToken cancellation) => database.WriteCustomersAsync(
        async connection =>
        {
            int added = 0;
            List<(ImportedCustomer Customer, string Key)> left = [];
            foreach (ImportedCustomer customer in customers)
            {
                string? known = await FindAsync(connection, customer);
                if (known is null && await ErasedAsync(connection, customer, returned) is { } key)
                {
                    left.Add((customer, key));
                    continue;
                }

                await SaveAsync(connection, customer, known);
                added += known is null ? 1 : 0;
            }

            await database.AuditAsync(connection, audit);
            return new ImportOutcome(added, left);
        },
        cancellation);

    /// <summary>The key by which somebody unknown was erased. Whoever has returned is an ordinary customer from then on.</summary>
    private async Task<string?> ErasedAsync(DbConnection connection, ImportedCustomer customer, bool returned)
    {
        string[] keys = [.. customer.ErasedKeys.Keys];
        if (returned)
        {
            await connection.ExecuteAsync(forget, new { keys });
            return null;
        }

        return await connection.QueryFirstOrDefaultAsync<string?>(erased, new { keys });
    }

    private async Task SaveAsync(DbConnection connection, ImportedCustomer customer, string? known)
    {
        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        string id = known ?? RandomId.New();
        if (known is null)
        {
            await connection.ExecuteAsync("insert into customer (id, created_at, updated_at) values (@id, @now, @now)", new { id, now });
            if (customer.ShopId is { } shopId)
            {
                await connection.ExecuteAsync("insert into customer_identity (shop_id, customer_id) values (@shopId, @id)", new { shopId, id });
            }
        }

        await connection.ExecuteAsync(Renew, new { customer.Name, customer.Locale, customer.Zone, birthday = Written(customer.Birthday), memberSince = Written(customer.MemberSince), now, id });
        await connection.ExecuteAsync(AddContact, customer.Contacts.Select(contact => new { id, kind = (long)contact.Kind, contact.Value, verified = contact.Verified ? 1L : 0L }));
        await connection.ExecuteAsync("insert into customer_tag (customer_id, tag) values (@id, @tag) on conflict do nothing", customer.Tags.Select(tag => new { id, tag }));
        await connection.ExecuteAsync(AddConsent, customer.Consents.OrderBy(consent => consent.At).Select(consent => new
        {
            id,
            consent.Channel,
            consent.Purpose,
            given = consent.Given ? 1L : 0L,
            consent.Source,
            at = consent.At.ToUnixTimeMilliseconds(),
        }));
    }

    private static async Task<string?> FindAsync(DbConnection connection, ImportedCustomer customer)
    {
        if (customer.ShopId is { } shopId)
        {
            return await connection.QueryFirstOrDefaultAsync<string?>("select customer_id from customer_identity where shop_id = @shopId", new { shopId });
        }

        foreach (Contact contact in customer.Contacts)
        {
            if (await connection.QueryFirstOrDefaultAsync<string?>(Guest, new { kind = (long)contact.Kind, contact.Value }) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    private static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
