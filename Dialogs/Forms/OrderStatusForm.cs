using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>Where is my order: timeline, parcels, and whether it is late.</summary>
internal sealed class OrderStatusForm : Form
{
    public override string Id => "order-status";

    public override int Precedence => 7;

    public override IReadOnlyList<string> Beside { get; } = ["late", "tracking-stuck", "not-received"];

    public override bool Confirms => false;

    public override string? Skill => "orders";

    public override IReadOnlyList<Slot> Slots { get; } = [new OrderSlot(), new ProofSlot()];

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult(form.Order is { } order
        ? new Outcome(OrderText.Report(form, order)) { Offers = Next(form, order) }
        : new Outcome(form.Say("shopDown")));

    private static string[] Next(FormScene form, Order order) => order.Status switch
    {
        _ when OrderText.DaysLate(order, form.Now) > 0 => ["late", "complaint"],
        OrderStatus.Unpaid or OrderStatus.Received => ["change-address", "cancel-order"],
        OrderStatus.Delivered => ["return", "exchange"],
        OrderStatus.Returning => ["refund-status"],
        _ => ["order-charges"],
    };
}
