using Dapper;
using SupportBot.Access;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Storage.Postgres;

internal sealed class PostgresShopperIdentityStore(PostgresWork work, TimeProvider time) : IShopperIdentityStore
{
    private const string Find = "select customer_id, name, email, vip from shopper where conversation_id = @conversationId";

    // Only its own customer's row is renewed: nothing is written when it is another's.
    private const string Bind = """
        insert into shopper (conversation_id, customer_id, name, email, vip, identified_at) values (@conversationId, @Id, @Name, @Email, @vip, @now)
        on conflict (conversation_id) do update set name = excluded.name, email = excluded.email, vip = excluded.vip, identified_at = excluded.identified_at
        where shopper.customer_id = excluded.customer_id
        """;

    public ValueTask<Shopper?> FindAsync(string conversationId, CancellationToken cancellation) => work.ReadAsync(
        async connection =>
        {
            (string? id, string? name, string? email, long vip) = await connection.QueryFirstOrDefaultAsync<(string?, string?, string?, long)>(Find, new { conversationId });
            return id is null ? null : new Shopper(id, name, email, vip != 0);
        },
        cancellation);

    public Task<bool> BindAsync(string conversationId, Shopper shopper, CancellationToken cancellation) => work.WriteAsync(
        async connection =>
        {
            DateTimeOffset now = time.GetUtcNow();
            var values = new { conversationId, shopper.Id, shopper.Name, shopper.Email, vip = shopper.Vip ? 1 : 0, now = now.ToUnixTimeMilliseconds() };
            if (await connection.ExecuteAsync(Bind, values) == 0)
            {
                return false;
            }

            await PostgresCustomerWrites.BindAsync(connection, conversationId, shopper, now);
            return true;
        },
        cancellation,
        Room.Customers);
}
