using Dapper;
using SupportBot.Access;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Storage.Sqlite;

internal sealed class SqliteShopperIdentityStore(SqliteReads reads, CommitLoop commits, TimeProvider time) : IShopperIdentityStore
{
    private const string Find = "select customer_id as Id, name, email, vip from shopper where conversation_id = @conversationId";

    // Only its own customer's row is renewed: nothing is written when it is another's.
    private const string Bind = """
        insert into shopper (conversation_id, customer_id, name, email, vip, identified_at) values (@conversationId, @Id, @Name, @Email, @Vip, @now)
        on conflict (conversation_id) do update set name = excluded.name, email = excluded.email, vip = excluded.vip, identified_at = excluded.identified_at
        where customer_id = excluded.customer_id
        """;

    public ValueTask<Shopper?> FindAsync(string conversationId, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => connection.QueryFirstOrDefault<ShopperRow>(Find, new { conversationId }) is { } row ? new Shopper(row.Id, row.Name, row.Email, row.Vip != 0) : null));

    public Task<bool> BindAsync(string conversationId, Shopper shopper, CancellationToken cancellation) => commits.WriteAsync(
        connection =>
        {
            DateTimeOffset now = time.GetUtcNow();
            if (connection.Execute(Bind, new { conversationId, shopper.Id, shopper.Name, shopper.Email, shopper.Vip, now = now.ToUnixTimeMilliseconds() }) == 0)
            {
                return false;
            }

            SqliteCustomerWrites.Bind(connection, conversationId, shopper, now);
            return true;
        },
        cancellation);

    private sealed record ShopperRow(string Id, string? Name, string? Email, long Vip);
}
