using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>Asks for an invoice, made out to a company where wanted; it goes to the e-mail on the order.</summary>
internal sealed class InvoiceForm : Form
{
    private const string To = "invoiceTo";
    private const string Tax = "taxNumber";

    public override string Id => "invoice";

    public override string? Skill => "orders";

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new OrderSlot { Check = form => Ready(form) ?? Policy.Refusal(form, Policy.Judge(form, OrderChangeKind.Invoice), "order-status") },
        new ProofSlot(),
        new TextSlot(To, 120) { Optional = true },
        new TextSlot(Tax, 40) { Optional = true, Needed = form => form[To] is not null },
    ];

    public override string? Terms(FormScene form) => form.Say("terms");

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult(
        new Outcome(form.Say("done", ("order", form[OrderSlot.Key] ?? "")))
        {
            Effects = [Policy.Change(form, OrderChangeKind.Invoice, change => change with { InvoiceTo = form[To], TaxNumber = form[Tax], Email = form.Order?.Email })],
        });

    private static Hurdle? Ready(FormScene form) =>
        form.Order?.InvoiceUrl is { } url && Uri.TryCreate(url, UriKind.Absolute, out Uri? page) && page.Scheme is "https" or "http"
            ? new Hurdle(form.Say("ready", ("order", form.Order.Number), ("url", page.AbsoluteUri))) { Ends = true, Offers = ["order-charges"] }
            : null;
}
