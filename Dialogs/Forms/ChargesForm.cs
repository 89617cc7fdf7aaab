using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>What an order cost, piece by piece, so that the sum can be followed.</summary>
internal sealed class ChargesForm : Form
{
    public override string Id => "order-charges";

    public override int Precedence => 9;

    public override IReadOnlyList<string> Beside { get; } = ["charges"];

    public override bool Confirms => false;

    public override string? Skill => "orders";

    public override IReadOnlyList<Slot> Slots { get; } = [new OrderSlot(), new ProofSlot()];

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult(
        form.Order is { } order ? new Outcome(Report(form, order)) { Offers = ["invoice"] } : new Outcome(form.Say("shopDown")));

    private static string Report(FormScene form, Order order)
    {
        Charges charges = order.Charges;
        List<string> rows = [form.Say("report", ("order", order.Number))];
        rows.AddRange(order.Lines.Select(line => $"- {Plain.Line(OrderText.Line(line, form.Locale))}: {Money.Show(line.UnitPrice * line.Quantity, order.Currency)}"));
        Row("goods", charges.Goods);
        Row("discount", -charges.Discount, charges.Coupon is { } coupon ? $" ({Plain.Line(coupon)})" : "");
        rows.Add($"- {form.Say("delivery")}: {(charges.Delivery == 0 ? form.Say("free") : Money.Show(charges.Delivery, order.Currency))}");
        Row("extras", charges.Extras);
        rows.Add($"- **{form.Say("total")}: {Money.Show(charges.Total, order.Currency)}**");
        rows.Add($"\n{form.Say("tax", ("tax", Money.Show(charges.Tax, order.Currency)))}");
        return string.Join('\n', rows);

        void Row(string key, decimal amount, string note = "")
        {
            if (amount != 0)
            {
                rows.Add($"- {form.Say(key)}{note}: {Money.Show(amount, order.Currency)}");
            }
        }
    }
}
