namespace SupportBot.Dialogs.Orders;

/// <summary>What the store promises about changing an order, as data. The dialogs explain by it, and the shop enforces the same.</summary>
public sealed record OrderRules
{
    /// <summary>The last state in which an order can be cancelled.</summary>
    public OrderStatus CancelUntil { get; init; } = OrderStatus.Received;

    /// <summary>The last state in which its address can be changed.</summary>
    public OrderStatus AddressUntil { get; init; } = OrderStatus.Received;

    /// <summary>Days from delivery.</summary>
    public int ReturnDays { get; init; } = 30;

    /// <summary>Days from delivery.</summary>
    public int ExchangeDays { get; init; } = 30;

    /// <summary>What is bought in November or December can come back until this day of the following year at least; null for no such promise.</summary>
    public (int Month, int Day)? ChristmasUntil { get; init; }

    /// <summary>How long what is faulty can be sent back, in years from delivery.</summary>
    public int WarrantyYears { get; init; } = 2;

    /// <summary>What sending back costs the shopper who has changed their mind.</summary>
    public decimal ReturnCost { get; init; }

    /// <summary>The same for what the store's own team collects.</summary>
    public decimal LargeReturnCost { get; init; }

    /// <summary>The same from outside <see cref="HomeCountry"/>.</summary>
    public decimal AbroadReturnCost { get; init; }

    /// <summary>ISO 3166, two letters.</summary>
    public string HomeCountry { get; init; } = "GB";

    /// <summary>How long after the purchase an invoice can be made out anew, in months.</summary>
    public int InvoiceMonths { get; init; } = 12;

    /// <summary>Reasons (see <see cref="OrderChange.Reason"/>) for which the store answers: no window but the warranty's, no cost.</summary>
    public IReadOnlySet<string> FaultReasons { get; init; } =
        new HashSet<string>(StringComparer.Ordinal) { "damaged", "faulty", "defective", "wrong-item", "incomplete", "not-as-described" };
}
