using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>Where the money is.</summary>
internal sealed class RefundStatusForm : Form
{
    public override string Id => "refund-status";

    public override int Precedence => 3;

    public override bool Confirms => false;

    public override string? Skill => "returns";

    public override IReadOnlyList<Slot> Slots { get; } = [new OrderSlot { Fits = order => order.Refund is not null || order.Status is OrderStatus.Cancelled or OrderStatus.Returning or OrderStatus.Refunded }, new ProofSlot()];

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult(form.Order is not { } order
        ? new Outcome(form.Say("shopDown"))
        : order.Refund is not { } refund
            ? new Outcome(form.Say(order.Status == OrderStatus.Returning ? "waiting" : "none", ("order", order.Number))) { Offers = ["return", "refund-time"] }
            : new Outcome(Report(form, order, refund)) { Offers = IsLate(form, refund) ? ["complaint", "call-back"] : ["refund-time"] });

    private static string Report(FormScene form, Order order, Refund refund)
    {
        string key = refund.PaidAt is not null ? "paid" : IsLate(form, refund) ? "late" : "underWay";
        DateOnly day = refund.PaidAt is { } paid ? DateOnly.FromDateTime(paid.DateTime) : refund.ExpectedOn ?? DateOnly.FromDateTime(refund.RequestedAt.DateTime);
        return form.Say(
            refund is { PaidAt: null, ExpectedOn: null } ? "noDate" : key,
            ("order", order.Number),
            ("sum", Money.Show(refund.Amount, order.Currency)),
            ("method", Plain.Line(refund.Method)),
            ("date", When.Day(day, form.Locale, form.Now)));
    }

    private static bool IsLate(FormScene form, Refund refund) => refund.PaidAt is null && refund.ExpectedOn is { } day && day < DateOnly.FromDateTime(form.Now);
}
