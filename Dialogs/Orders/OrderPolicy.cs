namespace SupportBot.Dialogs.Orders;

/// <summary>Whether a change of an order is possible, and on what conditions: one place for the dialogs, which explain it, and the shop, which enforces it.</summary>
public static class OrderPolicy
{
    /// <param name="order">As it stands now.</param>
    /// <param name="change">What is asked for; without SKUs, the whole order.</param>
    /// <param name="rules">The store's.</param>
    /// <param name="today">By the store's calendar.</param>
    public static PolicyAnswer Judge(Order order, OrderChange change, OrderRules rules, DateOnly today) => change.Kind switch
    {
        OrderChangeKind.Cancel => Before(order, rules.CancelUntil),
        OrderChangeKind.ChangeAddress when change.Address is null => new PolicyAnswer(PolicyRule.Incomplete),
        OrderChangeKind.ChangeAddress => Before(order, rules.AddressUntil),
        OrderChangeKind.Return => SendBack(order, change, rules, today, rules.ReturnDays),
        OrderChangeKind.Exchange when change.WantedSku is null => new PolicyAnswer(PolicyRule.Incomplete),
        OrderChangeKind.Exchange => SendBack(order, change, rules, today, rules.ExchangeDays) with { Cost = 0 },
        OrderChangeKind.Invoice => Invoice(order, rules, today),
        OrderChangeKind.RestockNotice => new PolicyAnswer(PolicyRule.Allowed),
    };

    private static PolicyAnswer Before(Order order, OrderStatus last) => order.Status switch
    {
        OrderStatus.Cancelled => new PolicyAnswer(PolicyRule.AlreadyCancelled),
        OrderStatus.Returning or OrderStatus.Refunded => new PolicyAnswer(PolicyRule.AlreadyReturned),
        var status when status <= last => new PolicyAnswer(PolicyRule.Allowed),
        OrderStatus.Packing => new PolicyAnswer(PolicyRule.AlreadyPacked),
        _ => new PolicyAnswer(PolicyRule.AlreadySent),
    };

    private static PolicyAnswer SendBack(Order order, OrderChange change, OrderRules rules, DateOnly today, int days)
    {
        OrderLine[] lines = [.. order.Lines.Where(line => change.Skus.Count == 0 || change.Skus.Contains(line.Sku))];
        bool fault = change.Reason is { } reason && rules.FaultReasons.Contains(reason);
        if (lines.Length == 0 || change.Skus.Any(sku => lines.All(line => line.Sku != sku)))
        {
            return new PolicyAnswer(PolicyRule.NotInOrder);
        }

        if (Standing(order) is { } refusal)
        {
            return new PolicyAnswer(refusal);
        }

        DateOnly until = Until(order, rules, fault, days);
        PolicyRule rule = today > until ? PolicyRule.WindowClosed
            : !fault && lines.Any(line => !line.Returnable) ? PolicyRule.NotReturnable
            : PolicyRule.Allowed;
        return new PolicyAnswer(rule, until, fault ? 0 : CostOf(order, lines, rules), fault);
    }

    private static PolicyRule? Standing(Order order) => order.Status switch
    {
        OrderStatus.Cancelled => PolicyRule.AlreadyCancelled,
        OrderStatus.Returning or OrderStatus.Refunded => PolicyRule.AlreadyReturned,
        OrderStatus.Delivered when order.DeliveredAt is not null => null,
        _ => PolicyRule.NotDelivered,
    };

    private static DateOnly Until(Order order, OrderRules rules, bool fault, int days)
    {
        DateOnly delivered = DateOnly.FromDateTime(order.DeliveredAt.GetValueOrDefault().DateTime);
        if (fault)
        {
            return delivered.AddYears(rules.WarrantyYears);
        }

        DateOnly usual = delivered.AddDays(days);
        return rules.ChristmasUntil is var (month, day) && order.PlacedAt.Month >= 11 && new DateOnly(order.PlacedAt.Year + 1, month, day) is var late && late > usual ? late : usual;
    }

    private static decimal CostOf(Order order, OrderLine[] lines, OrderRules rules) =>
        lines.Any(line => line.Large) ? rules.LargeReturnCost
        : order.ShipTo.Country != rules.HomeCountry ? rules.AbroadReturnCost
        : rules.ReturnCost;

    private static PolicyAnswer Invoice(Order order, OrderRules rules, DateOnly today)
    {
        DateOnly until = DateOnly.FromDateTime(order.PlacedAt.DateTime).AddMonths(rules.InvoiceMonths);
        PolicyRule rule = order.Status switch
        {
            OrderStatus.Cancelled => PolicyRule.AlreadyCancelled,
            < OrderStatus.Sent => PolicyRule.InvoiceNotReady,
            _ when today > until => PolicyRule.InvoiceTooOld,
            _ => PolicyRule.Allowed,
        };
        return new PolicyAnswer(rule, until);
    }
}
