using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>Cancels an order that is not packed yet.</summary>
internal sealed class CancelOrderForm : Form
{
    public override string Id => "cancel-order";

    public override int Precedence => 4;

    public override bool IsCancellation => true;

    public override string? Skill => "orders";

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new OrderSlot
        {
            Fits = order => order.Status <= OrderStatus.Packing,
            Check = form => Policy.Refusal(form, Policy.Judge(form, OrderChangeKind.Cancel), "return", "order-status"),
        },
        new ProofSlot(),
    ];

    public override decimal? Worth(FormScene form) => form.Order?.Charges.Total;

    public override string? Terms(FormScene form) => form.Order is { } order
        ? form.Say(order.Status == OrderStatus.Unpaid ? "terms.unpaid" : "terms", ("total", Money.Show(order.Charges.Total, order.Currency)))
        : null;

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult(
        new Outcome(form.Say("done", ("order", form[OrderSlot.Key] ?? ""))) { Effects = [Policy.Change(form, OrderChangeKind.Cancel, change => change)] });
}
