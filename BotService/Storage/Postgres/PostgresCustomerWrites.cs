using Dapper;
using Npgsql;
using SupportBot.Customers;
using SupportBot.Dialogs.Orders;
using SupportBot.Operation;

namespace SupportBot.Storage.Postgres;

/// <summary>Changes of customer files that other stores make in their own transactions too; always in <see cref="Room.Customers"/>.</summary>
internal static class PostgresCustomerWrites
{
    private const string Insert = "insert into customer (id, name, locale, created_at, updated_at) values (@id, @name, @locale, @now, @now)";

    private const string AddContact = """
        insert into customer_contact (customer_id, kind, value, verified) values (@id, @kind, @value, @verified)
        on conflict (customer_id, kind, value) do update set verified = greatest(customer_contact.verified, excluded.verified)
        """;

    private const string Link = """
        insert into customer_conversation (conversation_id, customer_id, at) values (@conversationId, @id, @now)
        on conflict (conversation_id) do update set customer_id = excluded.customer_id
        """;

    private const string Renew = """
        update customer set name = coalesce(@Name, name), vip = greatest(vip, @vip), updated_at = @now, version = version + 1
        where id = @id and (name is distinct from coalesce(@Name, name) or vip < @vip) and erased_at is null
        """;

    // A guest: whoever has an account is known by it alone, and a contact point that somebody merely names opens nobody's file.
    private const string Guest = """
        select customer.id from customer_contact contact join customer on customer.id = contact.customer_id
        where contact.kind = @kind and contact.value = @value and customer.erased_at is null
          and not exists (select 1 from customer_identity identity where identity.customer_id = customer.id)
        limit 1
        """;

    /// <summary>Gives the conversation to the file of a shopper the store site has vouched for; makes the file when there is none.</summary>
    public static async Task<string> BindAsync(NpgsqlConnection connection, string conversationId, Shopper shopper, DateTimeOffset at)
    {
        long now = at.ToUnixTimeMilliseconds();
        string? id = await connection.QueryFirstOrDefaultAsync<string?>("select customer_id from customer_identity where shop_id = @Id", new { shopper.Id });
        if (id is null)
        {
            id = RandomId.New();
            await connection.ExecuteAsync(Insert, new { id, name = shopper.Name, locale = (string?)null, now });
            await connection.ExecuteAsync("insert into customer_identity (shop_id, customer_id) values (@shopId, @id)", new { shopId = shopper.Id, id });
        }

        await connection.ExecuteAsync(Renew, new { shopper.Name, vip = shopper.Vip ? 1 : 0, now, id });
        if (ContactPoints.Normal(ContactKind.Email, shopper.Email) is { } email)
        {
            await connection.ExecuteAsync(AddContact, new { id, kind = (int)ContactKind.Email, value = email, verified = 1 });
        }

        await connection.ExecuteAsync(Link, new { conversationId, id, now });
        return id;
    }

    /// <summary>The file of somebody without an account: that of their conversation, of a guest with the same contact point, or a new one.</summary>
    public static async Task<string> AdmitAsync(NpgsqlConnection connection, Newcomer newcomer, DateTimeOffset at)
    {
        long now = at.ToUnixTimeMilliseconds();
        string? id = await connection.QueryFirstOrDefaultAsync<string?>("select customer_id from customer_conversation where conversation_id = @ConversationId", new { newcomer.ConversationId });
        foreach (Contact contact in newcomer.Contacts)
        {
            id ??= await connection.QueryFirstOrDefaultAsync<string?>(Guest, new { kind = (int)contact.Kind, value = contact.Value });
        }

        if (id is null)
        {
            id = RandomId.New();
            await connection.ExecuteAsync(Insert, new { id, name = newcomer.Name, locale = newcomer.Locale, now });
        }

        await connection.ExecuteAsync(AddContact, newcomer.Contacts.Select(contact => new { id, kind = (int)contact.Kind, value = contact.Value, verified = contact.Verified ? 1 : 0 }));
        if (newcomer.ConversationId is { } conversationId)
        {
            await connection.ExecuteAsync(Link, new { conversationId, id, now });
        }

        return id;
    }
}
