using System.Globalization;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Shop.Demo;

/// <summary>How far an order of the demo store has come by now, and what happened to it on the way.</summary>
internal sealed record DemoCourse(OrderStatus Status, IReadOnlyList<OrderEvent> Timeline, IReadOnlyList<Parcel> Parcels, DateOnly? ExpectedOn, DateTimeOffset? DeliveredAt)
{
    private static readonly string[] Hubs = ["Bristol hub", "Leeds hub", "Croydon hub", "Glasgow hub", "Cardiff hub"];

    public static DemoCourse Of(DateTimeOffset placed, DateTimeOffset now, bool large, Random random)
    {
        // Drawn whatever comes of it, so that one order's course does not shift the next one's.
        int fate = random.Next(100);
        DateTimeOffset packed = placed.AddHours(random.Next(3, 9));
        DateTimeOffset sent = packed.AddHours(random.Next(3, 12));
        DateTimeOffset arrives = placed.AddDays(large ? random.Next(5, 11) : random.Next(2, 5)).AddHours(fate < 4 ? 120 : random.Next(1, 5));
        DateTimeOffset back = arrives.AddDays(random.Next(3, 25));
        string hub = Hubs[random.Next(Hubs.Length)];
        int tracking = random.Next(100_000_000, 999_999_999);

        List<OrderEvent> timeline = [];
        foreach ((DateTimeOffset at, OrderStatus status, string? place) in Steps(placed, packed, sent, arrives, back, fate, hub).Where(step => step.At <= now))
        {
            timeline.Add(new OrderEvent(at, status, place));
        }

        OrderStatus reached = timeline.Count == 0 ? OrderStatus.Unpaid : timeline[^1].Status;
        DateOnly expected = DateOnly.FromDateTime(placed.DateTime).AddDays(large ? 10 : 4);
        Parcel[] parcels = timeline.Exists(step => step.Status == OrderStatus.Sent) ? [ParcelOf(large, tracking, reached, expected)] : [];
        return new DemoCourse(reached, timeline, parcels, reached is OrderStatus.Cancelled or OrderStatus.Unpaid ? null : expected, timeline.Find(step => step.Status == OrderStatus.Delivered)?.At);
    }

    public Refund? RefundOf(decimal total)
    {
        if (Status is not (OrderStatus.Cancelled or OrderStatus.Returning or OrderStatus.Refunded) || Timeline.Count < 2)
        {
            return null;
        }

        DateTimeOffset asked = Timeline.First(step => step.Status is OrderStatus.Cancelled or OrderStatus.Returning).At;
        return new Refund(total, asked, Status == OrderStatus.Refunded ? Timeline[^1].At : null, DateOnly.FromDateTime(asked.DateTime).AddDays(7), "card");
    }

    private static IEnumerable<(DateTimeOffset At, OrderStatus Status, string? Place)> Steps(
        DateTimeOffset placed, DateTimeOffset packed, DateTimeOffset sent, DateTimeOffset arrives, DateTimeOffset back, int fate, string hub)
    {
        // Cancelled by the shopper within two hours, or by the store when nobody has paid for a day.
        bool unpaid = fate is >= 90 and < 93;
        yield return (placed, unpaid ? OrderStatus.Unpaid : OrderStatus.Received, null);
        if (fate is >= 90 and < 96)
        {
            yield return (placed.AddHours(unpaid ? 24 : 2), OrderStatus.Cancelled, null);
            yield break;
        }

        yield return (packed, OrderStatus.Packing, null);
        yield return (sent, OrderStatus.Sent, null);
        yield return (sent.AddHours(9), OrderStatus.Sent, hub);
        yield return (arrives.AddHours(-6), OrderStatus.OutForDelivery, null);
        yield return (arrives, OrderStatus.Delivered, null);
        if (fate is >= 80 and < 88)
        {
            yield return (back, OrderStatus.Returning, null);
            yield return (back.AddDays(9), OrderStatus.Refunded, null);
        }
    }

    private static Parcel ParcelOf(bool large, int tracking, OrderStatus status, DateOnly expected)
    {
        string courier = large ? "Harbour & Pine" : tracking % 2 == 0 ? "Royal Mail" : "DPD";
        string number = string.Create(CultureInfo.InvariantCulture, $"{(large ? "HP" : tracking % 2 == 0 ? "RM" : "DP")}{tracking}GB");
        OrderStatus parcel = status is OrderStatus.Returning or OrderStatus.Refunded ? OrderStatus.Delivered : status;
        return new Parcel(courier, number, $"https://www.harbourandpine.example/track/{number}", parcel, expected);
    }
}
