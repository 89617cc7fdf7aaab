using System.Globalization;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Tests.Orders;

public sealed class OrderPolicyTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);
    private static readonly OrderRules Rules = new() { ReturnCost = 2.95m, LargeReturnCost = 29, AbroadReturnCost = 7.95m, ChristmasUntil = (1, 31) };

    [Theory]
    [InlineData(OrderStatus.Unpaid, PolicyRule.Allowed)]
    [InlineData(OrderStatus.Received, PolicyRule.Allowed)]
    [InlineData(OrderStatus.Packing, PolicyRule.AlreadyPacked)]
    [InlineData(OrderStatus.Sent, PolicyRule.AlreadySent)]
    [InlineData(OrderStatus.OutForDelivery, PolicyRule.AlreadySent)]
    [InlineData(OrderStatus.Delivered, PolicyRule.AlreadySent)]
    [InlineData(OrderStatus.Cancelled, PolicyRule.AlreadyCancelled)]
    [InlineData(OrderStatus.Returning, PolicyRule.AlreadyReturned)]
    [InlineData(OrderStatus.Refunded, PolicyRule.AlreadyReturned)]
    public void An_order_is_cancelled_or_readdressed_until_it_is_packed(OrderStatus status, PolicyRule rule)
    {
        Order order = Ordered(status);
        Assert.Equal(rule, Judge(order, OrderChangeKind.Cancel).Rule);
        Assert.Equal(rule, Judge(order, OrderChangeKind.ChangeAddress, change => change with { Address = order.ShipTo }).Rule);
    }

    [Fact]
    public void The_store_decides_how_long() => Assert.True(
        OrderPolicy.Judge(Ordered(OrderStatus.Packing), Change(OrderChangeKind.Cancel), Rules with { CancelUntil = OrderStatus.Packing }, Today).IsAllowed);

    [Theory]
    [InlineData("2026-03-01", PolicyRule.Allowed)]
    [InlineData("2026-02-28", PolicyRule.WindowClosed)]
    public void Thirty_days_from_delivery_the_last_one_included(string delivered, PolicyRule rule)
    {
        PolicyAnswer answer = Judge(Delivered(delivered), OrderChangeKind.Return);
        Assert.Equal((rule, DateOnly.Parse(delivered, CultureInfo.InvariantCulture).AddDays(30), 2.95m), (answer.Rule, answer.Until, answer.Cost));
    }

    [Fact]
    public void What_was_bought_before_Christmas_can_come_back_in_January()
    {
        Order present = Delivered("2025-12-05") with { PlacedAt = new DateTimeOffset(2025, 12, 2, 12, 0, 0, TimeSpan.Zero) };
        Assert.Equal(new DateOnly(2026, 1, 31), OrderPolicy.Judge(present, Change(OrderChangeKind.Return), Rules, new DateOnly(2026, 1, 31)).Until);
        Assert.Equal(PolicyRule.WindowClosed, OrderPolicy.Judge(present, Change(OrderChangeKind.Return), Rules, new DateOnly(2026, 2, 1)).Rule);
    }

    [Fact]
    public void What_is_faulty_comes_back_free_for_two_years_and_even_when_it_is_hygiene()
    {
        Order order = Delivered("2025-06-01") with { Lines = [Line("a") with { Returnable = false }] };
        PolicyAnswer answer = Judge(order, OrderChangeKind.Return, change => change with { Reason = "faulty" });
        Assert.Equal((PolicyRule.Allowed, 0m, true), (answer.Rule, answer.Cost, answer.AtFault));
        Assert.Equal(new DateOnly(2027, 6, 1), answer.Until);
        Assert.Equal(PolicyRule.NotReturnable, Judge(Delivered("2026-03-30") with { Lines = order.Lines }, OrderChangeKind.Return, change => change with { Reason = "changed-mind" }).Rule);
    }

    [Fact]
    public void Who_pays_depends_on_what_and_where()
    {
        Order order = Delivered("2026-03-30");
        Assert.Equal(29m, Judge(order with { Lines = [Line("a") with { Large = true }] }, OrderChangeKind.Return).Cost);
        Assert.Equal(7.95m, Judge(order with { ShipTo = order.ShipTo with { Country = "IE" } }, OrderChangeKind.Return).Cost);
        Assert.Equal(0m, Judge(order, OrderChangeKind.Exchange, change => change with { WantedSku = "c" }).Cost);
    }

    [Fact]
    public void Only_what_is_in_the_order_comes_back_from_it()
    {
        Order order = Delivered("2026-03-30");
        Assert.Equal(PolicyRule.NotInOrder, Judge(order, OrderChangeKind.Return, change => change with { Skus = ["a", "zzz"] }).Rule);
        Assert.Equal(PolicyRule.NotDelivered, Judge(Ordered(OrderStatus.Sent), OrderChangeKind.Return).Rule);
        Assert.Equal(PolicyRule.Incomplete, Judge(order, OrderChangeKind.Exchange).Rule);
    }

    [Theory]
    [InlineData(OrderStatus.Packing, "2026-03-30", PolicyRule.InvoiceNotReady)]
    [InlineData(OrderStatus.Sent, "2026-03-30", PolicyRule.Allowed)]
    [InlineData(OrderStatus.Delivered, "2025-03-30", PolicyRule.InvoiceTooOld)]
    [InlineData(OrderStatus.Cancelled, "2026-03-30", PolicyRule.AlreadyCancelled)]
    public void An_invoice_comes_with_the_dispatch_and_can_be_corrected_for_a_year(OrderStatus status, string placed, PolicyRule rule) =>
        Assert.Equal(rule, Judge(Ordered(status) with { PlacedAt = DateTimeOffset.Parse(placed + "T10:00:00Z", CultureInfo.InvariantCulture) }, OrderChangeKind.Invoice).Rule);

    private static PolicyAnswer Judge(Order order, OrderChangeKind kind, Func<OrderChange, OrderChange>? with = null) =>
        OrderPolicy.Judge(order, with is null ? Change(kind) : with(Change(kind)), Rules, Today);

    private static OrderChange Change(OrderChangeKind kind) => new() { Key = "k", Kind = kind, OrderNumber = "A10-1", Locale = "en" };

    private static OrderLine Line(string sku) => new(sku, new Dictionary<string, string> { ["en"] = sku }, 1, 20, true);

    private static Order Delivered(string day) => Ordered(OrderStatus.Delivered) with { DeliveredAt = DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture), PlacedAt = DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture).AddDays(-3) };

    private static Order Ordered(OrderStatus status) => new()
    {
        Number = "A10-1",
        Email = "a@example.com",
        Status = status,
        PlacedAt = new DateTimeOffset(2026, 3, 30, 10, 0, 0, TimeSpan.Zero),
        Currency = "GBP",
        Lines = [Line("a"), Line("b")],
        Charges = new Charges(40, 0, 0, 0, 6.67m, 40),
        ShipTo = new Address("Ada", "1 Road", "London", "E1 1AA", "GB"),
    };
}
