using System.Globalization;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;

namespace SupportBot.Shop.Demo;

/// <summary>Makes the demo store's orders: the same ones for the same seed, the newest a few minutes before a given moment, in every state an order can be in.</summary>
internal sealed class DemoOrders(int seed, IReadOnlyList<DemoProduct> products, DateTimeOffset now)
{
    public const int Count = 2_000;
    private const int FirstNumber = 18_401;
    private const int Customers = 400;
    private const int HoursBetween = 3;
    private const decimal StandardCost = 3.95m;
    private const decimal FreeOver = 40m;
    private const decimal GiftWrap = 3.50m;

    private readonly Random random = new(seed);

    public IReadOnlyList<Order> Make()
    {
        DemoPerson[] customers = [.. Enumerable.Range(1, Customers).Select(number => DemoPeople.Make(number, guest: false, random))];
        Order[] orders = new Order[Count];
        for (int at = 0; at < Count; at++)
        {
            DemoPerson buyer = random.Next(10) < 3 ? DemoPeople.Make(Customers + at, guest: true, random) : customers[1 + random.Next(Customers - 1)];
            orders[at] = Make(at, buyer);
        }

        // The customer of the demo page has something to show in every state.
        foreach (OrderStatus status in Enum.GetValues<OrderStatus>())
        {
            int newest = Array.FindLastIndex(orders, order => order.Status == status);
            if (newest >= 0)
            {
                DemoPerson shown = DemoPeople.SignedIn;
                orders[newest] = orders[newest] with { CustomerId = shown.Id, Email = shown.Email, Phone = shown.Phone, ShipTo = shown.Address };
            }
        }

        return orders;
    }

    private Order Make(int at, DemoPerson buyer)
    {
        DateTimeOffset placed = now.AddHours(-HoursBetween * (Count - 1 - at)).AddMinutes(-random.Next(5, 100));
        DateTimeOffset seconds = new(placed.Ticks - (placed.Ticks % TimeSpan.TicksPerMinute), placed.Offset);
        OrderLine[] lines = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Line()).DistinctBy(line => line.Sku)];
        DemoCourse course = DemoCourse.Of(seconds, now, lines.Any(line => line.Large), random);
        Charges charges = ChargesOf(lines);
        return new Order
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"A10-{FirstNumber + at}"),
            CustomerId = buyer.Id,
            Email = buyer.Email,
            Phone = buyer.Phone,
            Status = course.Status,
            PlacedAt = seconds,
            ExpectedOn = course.ExpectedOn,
            DeliveredAt = course.DeliveredAt,
            Currency = "GBP",
            Lines = lines,
            Charges = charges,
            ShipTo = buyer.Address,
            Parcels = course.Parcels,
            Timeline = course.Timeline,
            Refund = course.RefundOf(charges.Total),
        };
    }

    private OrderLine Line()
    {
        DemoProduct product = products[random.Next(products.Count)];
        Variant variant = product.Product.Variants[random.Next(product.Product.Variants.Count)];
        return new OrderLine(variant.Sku, product.Product.Name, random.Next(8) == 0 ? 2 : 1, variant.Price, product.Returnable, product.Large);
    }

    private Charges ChargesOf(OrderLine[] lines)
    {
        decimal goods = lines.Sum(line => line.UnitPrice * line.Quantity);
        bool coupon = random.Next(7) == 0;
        decimal discount = coupon ? Math.Round(goods * 0.1m, 2) : 0;
        decimal delivery = goods - discount >= FreeOver ? 0 : StandardCost;
        decimal extras = random.Next(10) == 0 ? GiftWrap : 0;
        decimal total = goods - discount + delivery + extras;

        // 20 % VAT is a sixth of a price that contains it.
        return new Charges(goods, discount, delivery, extras, Math.Round(total / 6, 2), total, coupon ? "WELCOME10" : null);
    }
}
