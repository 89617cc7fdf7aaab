namespace SupportBot.Dialogs.Orders;

/// <summary>Where an order stands. The numbers are stored.</summary>
public enum OrderStatus
{
    Unpaid = 0,
    Received = 1,
    Packing = 2,
    Sent = 3,
    OutForDelivery = 4,
    Delivered = 5,
    Cancelled = 6,
    Returning = 7,
    Refunded = 8,
}
