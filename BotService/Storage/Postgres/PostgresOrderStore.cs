using System.Text.Json;
using Dapper;
using Npgsql;
using SupportBot.Dialogs.Orders;
using SupportBot.Shop;

namespace SupportBot.Storage.Postgres;

/// <summary>The embedded shop's orders on PostgreSQL. A change and the memory of its key share one transaction, and one is made at a time.</summary>
internal sealed class PostgresOrderStore(PostgresWork work, TimeProvider time) : IOrderStore
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
        work.ReadAsync(connection => FindAsync(connection, number), cancellation);

    public ValueTask<IReadOnlyList<Order>> OfCustomerAsync(string customerId, int limit, CancellationToken cancellation) => work.ReadAsync<IReadOnlyList<Order>>(
        async connection => [.. (await connection.QueryAsync<byte[]>(OfCustomer, new { customerId, limit })).Select(Read).OfType<Order>()],
        cancellation);

    public Task SaveAsync(IReadOnlyList<Order> orders, CancellationToken cancellation) => work.WriteAsync(
        connection => connection.ExecuteAsync(Save, orders.Select(Row)),
        cancellation,
        Room.Shop);

    public Task<ShopChange> ChangeAsync(OrderChange change, Func<Order?, int, OrderEdit> judge, CancellationToken cancellation)
    {
        byte[] fingerprint = ChangeKey.FingerprintOf(change);
        return work.WriteAsync(connection => ChangeAsync(connection, change, fingerprint, judge), cancellation, Room.Shop);
    }

    private async Task<ShopChange> ChangeAsync(NpgsqlConnection connection, OrderChange change, byte[] fingerprint, Func<Order?, int, OrderEdit> judge)
    {
        if (await connection.QueryFirstOrDefaultAsync<ChangeRow>(FindChange, new { key = change.Key }) is { } earlier)
        {
            return earlier.Fingerprint.AsSpan().SequenceEqual(fingerprint)
                ? new ShopChange((ShopOutcome)earlier.Outcome, earlier.Reference, (PolicyRule)earlier.Rule)
                : new ShopChange(ShopOutcome.Conflict);
        }

        Order? order = await FindAsync(connection, change.OrderNumber);
        long stock = await connection.QueryFirstOrDefaultAsync<long>("select stock from variant where sku = @sku", new { sku = change.WantedSku });
        OrderEdit edit = judge(order, (int)stock);
        if (edit.After is { } after)
        {
            await connection.ExecuteAsync(Save, Row(after));
        }

        foreach ((string sku, int pieces) in edit.Stock)
        {
            await connection.ExecuteAsync("update variant set stock = greatest(0, stock + @pieces) where sku = @sku", new { sku, pieces });
        }

        if (edit.Stock.Count > 0)
        {
            await PostgresProductStore.MoveOnAsync(connection);
        }

        await connection.ExecuteAsync(KeepChange, Row(change, fingerprint, edit.Result));
        return edit.Result;
    }

    private static async Task<Order?> FindAsync(NpgsqlConnection connection, string? number) =>
        Read(await connection.QueryFirstOrDefaultAsync<byte[]>(Find, new { number }));

    private object Row(OrderChange change, byte[] fingerprint, ShopChange result) => new
    {
        key = change.Key,
        fingerprint,
        orderNumber = change.OrderNumber,
        kind = (long)change.Kind,
        outcome = (long)result.Outcome,
        rule = (long)result.Rule,
        reference = result.Reference,
        at = time.GetUtcNow().ToUnixTimeMilliseconds(),
    };

    private static object Row(Order order) => new
    {
        number = order.Number,
        customerId = order.CustomerId,
        placedAt = order.PlacedAt.ToUnixTimeMilliseconds(),
        body = JsonSerializer.SerializeToUtf8Bytes(order, ShopJson.Default.Order),
    };

    private static Order? Read(byte[]? body) => body is null ? null : JsonSerializer.Deserialize(body, ShopJson.Default.Order);
}
