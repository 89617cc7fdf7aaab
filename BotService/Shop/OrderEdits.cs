using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop;

/// <summary>What a change makes of an order in the embedded shop. Pure: the store runs it inside its transaction.</summary>
internal static class OrderEdits
{
    // Refunds reach the shopper within this many days, weekends included.
    private const int RefundDays = 7;

    public static OrderEdit Of(Order? order, OrderChange change, int wantedStock, OrderRules rules, DateTimeOffset now)
    {
        if (order is null)
        {
            return new OrderEdit(new ShopChange(ShopOutcome.NotFound), null);
        }

        PolicyAnswer answer = OrderPolicy.Judge(order, change, rules, DateOnly.FromDateTime(now.DateTime));
        PolicyRule rule = answer.IsAllowed && change.Kind == OrderChangeKind.Exchange && wantedStock == 0 ? PolicyRule.SoldOut : answer.Rule;
        return rule == PolicyRule.Allowed
            ? Edited(order, change, answer, now) with { Result = new ShopChange(ShopOutcome.Done, ChangeKey.ReferenceOf(change)) }
            : new OrderEdit(new ShopChange(ShopOutcome.Refused, Rule: rule), null);
    }

    private static OrderEdit Edited(Order order, OrderChange change, PolicyAnswer answer, DateTimeOffset now) => change.Kind switch
    {
        OrderChangeKind.Cancel => Kept(Marked(order, OrderStatus.Cancelled, now) with { Refund = order.Status == OrderStatus.Unpaid ? null : RefundOf(order.Charges.Total, now) })
            with { Stock = [.. order.Lines.Select(line => (line.Sku, line.Quantity))] },
        OrderChangeKind.ChangeAddress => Kept(order with { ShipTo = change.Address ?? order.ShipTo }),
        OrderChangeKind.Return => Kept(Marked(order, OrderStatus.Returning, now) with { Refund = RefundOf(Math.Max(0, Worth(order, change) - answer.Cost), now) }),
        OrderChangeKind.Exchange => Kept(Marked(order, OrderStatus.Returning, now)) with { Stock = [(change.WantedSku ?? "", -1)] },
        OrderChangeKind.Invoice => Kept(order with { InvoiceUrl = $"/account/orders/{order.Number}/invoice.pdf" }),
        OrderChangeKind.RestockNotice => Kept(order),
    };

    private static OrderEdit Kept(Order after) => new(default, after);

    private static Order Marked(Order order, OrderStatus status, DateTimeOffset now) =>
        order with { Status = status, Timeline = [.. order.Timeline, new OrderEvent(now, status)] };

    private static Refund RefundOf(decimal amount, DateTimeOffset now) => new(amount, now, null, DateOnly.FromDateTime(now.DateTime).AddDays(RefundDays), "card");

    // The whole order comes back with its delivery, single things without.
    private static decimal Worth(Order order, OrderChange change)
    {
        OrderLine[] back = [.. order.Lines.Where(line => change.Skus.Count == 0 || change.Skus.Contains(line.Sku))];
        decimal goods = back.Sum(line => line.UnitPrice * line.Quantity);
        decimal share = order.Charges.Goods == 0 ? 0 : goods / order.Charges.Goods;
        decimal worth = goods - Math.Round(order.Charges.Discount * share, 2);
        return back.Length == order.Lines.Count ? worth + order.Charges.Delivery : worth;
    }
}
