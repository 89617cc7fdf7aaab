using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using SupportBot.Dialogs.Orders;
using SupportBot.Shop;

namespace SupportBot.Storage.Sqlite;

/// <summary>The embedded shop's orders on SQLite. A change and the memory of its key share one transaction.</summary>
internal sealed class SqliteOrderStore(SqliteReads reads, CommitLoop commits, TimeProvider time) : IOrderStore
{
    private const string Find = "select body from shop_order where number = @number";

    private const string OfCustomer = "select body from shop_order where customer_id = @customerId order by placed_at desc limit @limit";

    private const string Save = """
        insert into shop_order (number, customer_id, placed_at, body) values (@number, @customerId, @placedAt, @body)
        on conflict (number) do update set customer_id = excluded.customer_id, placed_at = excluded.placed_at, body = excluded.body
        """;

    private const string FindChange = "select fingerprint, outcome, rule, reference from shop_change where key = @key";

    private const string KeepChange = """
        insert into shop_change (key, fingerprint, order_number, kind, outcome, rule, reference, at)
        values (@key, @fingerprint, @orderNumber, @kind, @outcome, @rule, @reference, @at)
        """;

    public ValueTask<Order?> FindAsync(string number, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => Read(connection.QueryFirstOrDefault<byte[]>(Find, new { number }))));

    public ValueTask<IReadOnlyList<Order>> OfCustomerAsync(string customerId, int limit, CancellationToken cancellation) =>
        ValueTask.FromResult(reads.Read(connection => (IReadOnlyList<Order>)[.. connection.Query<byte[]>(OfCustomer, new { customerId, limit }).Select(Read).OfType<Order>()]));

    public async Task SaveAsync(IReadOnlyList<Order> orders, CancellationToken cancellation) => await commits.WriteAsync(
        connection =>
        {
            foreach (Order order in orders)
            {
                Write(connection, order);
            }

            return orders.Count;
        },
        cancellation);

    public Task<ShopChange> ChangeAsync(OrderChange change, Func<Order?, int, OrderEdit> judge, CancellationToken cancellation)
    {
        byte[] fingerprint = ChangeKey.FingerprintOf(change);
        return commits.WriteAsync(connection => Change(connection, change, fingerprint, judge), cancellation);
    }

    private ShopChange Change(SqliteConnection connection, OrderChange change, byte[] fingerprint, Func<Order?, int, OrderEdit> judge)
    {
        if (connection.QueryFirstOrDefault<ChangeRow>(FindChange, new { key = change.Key }) is { } earlier)
        {
            return earlier.Fingerprint.AsSpan().SequenceEqual(fingerprint)
                ? new ShopChange((ShopOutcome)earlier.Outcome, earlier.Reference, (PolicyRule)earlier.Rule)
                : new ShopChange(ShopOutcome.Conflict);
        }

        Order? order = Read(connection.QueryFirstOrDefault<byte[]>(Find, new { number = change.OrderNumber }));
        int stock = connection.QueryFirstOrDefault<int>("select stock from variant where sku = @sku", new { sku = change.WantedSku });
        OrderEdit edit = judge(order, stock);
        if (edit.After is { } after)
        {
            Write(connection, after);
        }

        foreach ((string sku, int pieces) in edit.Stock)
        {
            connection.Execute("update variant set stock = max(0, stock + @pieces) where sku = @sku", new { sku, pieces });
        }

        if (edit.Stock.Count > 0)
        {
            SqliteProductStore.MoveOn(connection);
        }

        Keep(connection, change, fingerprint, edit.Result);
        return edit.Result;
    }

    private void Keep(SqliteConnection connection, OrderChange change, byte[] fingerprint, ShopChange result) => connection.Execute(KeepChange, new
    {
        key = change.Key,
        fingerprint,
        orderNumber = change.OrderNumber,
        kind = change.Kind,
        outcome = result.Outcome,
        rule = result.Rule,
        reference = result.Reference,
        at = time.GetUtcNow().ToUnixTimeMilliseconds(),
    });

    private static void Write(SqliteConnection connection, Order order) => connection.Execute(Save, new
    {
        number = order.Number,
        customerId = order.CustomerId,
        placedAt = order.PlacedAt.ToUnixTimeMilliseconds(),
        body = JsonSerializer.SerializeToUtf8Bytes(order, ShopJson.Default.Order),
    });

    private static Order? Read(byte[]? body) => body is null ? null : JsonSerializer.Deserialize(body, ShopJson.Default.Order);
}
