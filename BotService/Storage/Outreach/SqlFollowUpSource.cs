using System.Text.Json;
using Dapper;
using SupportBot.Dialogs;
using SupportBot.Dialogs.Orders;
using SupportBot.Outreach.Triggers;
using SupportBot.Shop;
using SupportBot.Tickets;

namespace SupportBot.Storage.Outreach;

internal sealed class SqlFollowUpSource(IOutreachDatabase database, ITicketStore tickets) : IFollowUpSource
{
    private const int Most = 5_000;

    public async ValueTask<IReadOnlyList<Ticket>> ServicesClosedAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        IEnumerable<string> ids = await database.ReadAsync(
            connection => connection.QueryAsync<string>(
                "select id from ticket where closed_at >= @since and kind = @kind order by closed_at limit @Most", new { since = since.ToUnixTimeMilliseconds(), kind = (long)TicketKind.WorkOrder, Most }),
            cancellation);
        List<Ticket> closed = [];
        foreach (string id in ids)
        {
            if (await tickets.FindAsync(id, cancellation) is { } view)
            {
                closed.Add(view.Ticket);
            }
        }

        return closed;
    }

    public ValueTask<IReadOnlyList<(string CustomerId, Order Order)>> OrdersAsync(DateTimeOffset since, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<(string, Order)>>(
        async connection =>
        {
            IEnumerable<(string Customer, byte[] Body)> rows = await connection.QueryAsync<(string, byte[])>(
                """
                select i.customer_id, o.body from shop_order o join customer_identity i on i.shop_id = o.customer_id
                where o.placed_at >= @since order by o.placed_at desc limit @Most
                """,
                new { since = since.ToUnixTimeMilliseconds(), Most });
            return [.. rows.Select(row => (row.Customer, JsonSerializer.Deserialize(row.Body, ShopJson.Default.Order))).Where(row => row.Item2 is not null).Select(row => (row.Customer, row.Item2 ?? throw new InvalidDataException("An order is empty.")))];
        },
        cancellation);
}
