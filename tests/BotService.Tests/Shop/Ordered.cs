using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;
using SupportBot.Shop;

namespace SupportBot.BotService.Tests.Shop;

/// <summary>Products and orders for tests.</summary>
internal static class Ordered
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);

    public static Order Order(string number, OrderStatus status, string? customer = null, DateTimeOffset? placed = null) => new()
    {
        Number = number,
        CustomerId = customer,
        Email = "Ada.King@example.com",
        Phone = "+44 20 7946 0123",
        Status = status,
        PlacedAt = placed ?? Noon,
        DeliveredAt = status == OrderStatus.Delivered ? Noon : null,
        Currency = "GBP",
        Lines = [new OrderLine("MUG-1", Both("Mug", "杯子"), 2, 10, true), new OrderLine("HAT-1", Both("Hat", "帽子"), 1, 20, true)],
        Charges = new Charges(40, 4, 3.95m, 0, 6.66m, 39.95m, "WELCOME10"),
        ShipTo = new Address("Ada King", "1 Canal Street", "London", "E8 4AA", "GB"),
        Timeline = [new OrderEvent(placed ?? Noon, OrderStatus.Received)],
    };

    public static OrderChange Change(OrderChangeKind kind, string number, string? key = null) => new()
    {
        Key = key ?? $"{number} {kind}",
        Kind = kind,
        OrderNumber = number,
        Locale = "en",
        Address = kind == OrderChangeKind.ChangeAddress ? new Address("Ada King", "2 Hill Road", "York", "YO1 7HH", "GB") : null,
        Reason = kind == OrderChangeKind.Return ? "too-small" : null,
        WantedSku = kind == OrderChangeKind.Exchange ? "HAT-2" : null,
        Skus = kind == OrderChangeKind.Exchange ? ["HAT-1"] : [],
    };

    public static ProductOffer Offer(string id, params Variant[] variants) => new(new Product
    {
        Id = id,
        Name = Both(id, id + "中文"),
        Category = "kitchen/mugs",
        Currency = "GBP",
        Variants = variants,
    });

    public static Variant Variant(string sku, int stock, decimal price = 10) => new(sku, "white", null, price, null, stock);

    public static Dictionary<string, string> Both(string english, string chinese) => new() { ["en"] = english, ["zh"] = chinese };
}
