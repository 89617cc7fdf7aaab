namespace SupportBot.Outreach.Triggers;

/// <summary>What can happen to a customer that a reminder may follow, or go before.</summary>
internal static class OutreachEvents
{
    public const string OrderUnpaid = "orderUnpaid";
    public const string OrderShipped = "orderShipped";
    public const string OrderDelivered = "orderDelivered";
    public const string CartLeft = "cartLeft";
    public const string ServiceFinished = "serviceFinished";
    public const string MaintenanceDue = "maintenanceDue";

    public static IReadOnlyList<string> All { get; } = [OrderUnpaid, OrderShipped, OrderDelivered, CartLeft, ServiceFinished, MaintenanceDue];

    /// <summary>Whether the subject is an order that the shop can be asked about.</summary>
    public static bool IsAboutOrder(string happened) => happened is OrderUnpaid or OrderShipped or OrderDelivered;
}
