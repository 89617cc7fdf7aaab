namespace SupportBot.Dialogs.Orders;

/// <summary>An order as the shop tells it. Money is in the order's currency.</summary>
public sealed record Order
{
    public required string Number { get; init; }

    /// <summary>The customer's id in the shop; null when ordered as a guest.</summary>
    public string? CustomerId { get; init; }

    public required string Email { get; init; }

    public string? Phone { get; init; }

    public required OrderStatus Status { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>When it is or was expected to arrive, by the store's calendar.</summary>
    public DateOnly? ExpectedOn { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }

    public required Charges Charges { get; init; }

    public required Address ShipTo { get; init; }

    public IReadOnlyList<Parcel> Parcels { get; init; } = [];

    /// <summary>What has happened to it, oldest first.</summary>
    public IReadOnlyList<OrderEvent> Timeline { get; init; } = [];

    public Refund? Refund { get; init; }

    /// <summary>Where the invoice can be fetched, once it was asked for and made.</summary>
    public string? InvoiceUrl { get; init; }
}

/// <param name="Sku">The variant's stock-keeping unit.</param>
/// <param name="Name">By language.</param>
/// <param name="UnitPrice">What one cost, after promotions.</param>
/// <param name="Returnable">Whether the policy lets it be sent back at all.</param>
/// <param name="Large">Whether the store's own team brings and collects it.</param>
public sealed record OrderLine(string Sku, IReadOnlyDictionary<string, string> Name, int Quantity, decimal UnitPrice, bool Returnable, bool Large = false);

/// <summary>What an order cost, so that the sum can be explained: goods − discount + delivery + extras = total; tax is contained in it.</summary>
public sealed record Charges(decimal Goods, decimal Discount, decimal Delivery, decimal Extras, decimal Tax, decimal Total, string? Coupon = null);

public sealed record Address(string Name, string Street, string City, string Postcode, string Country, string? Phone = null);

/// <param name="TrackingUrl">The courier's page for it.</param>
public sealed record Parcel(string Courier, string TrackingNumber, string? TrackingUrl, OrderStatus Status, DateOnly? ExpectedOn);

/// <param name="Place">Where it happened, when a courier says so.</param>
public sealed record OrderEvent(DateTimeOffset At, OrderStatus Status, string? Place = null);

/// <param name="PaidAt">When the money went back; null while it is under way.</param>
/// <param name="ExpectedOn">When it should have arrived.</param>
public sealed record Refund(decimal Amount, DateTimeOffset RequestedAt, DateTimeOffset? PaidAt, DateOnly? ExpectedOn, string Method);
