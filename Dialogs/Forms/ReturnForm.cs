using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>Registers goods to be sent back for their money, after explaining window, condition and who pays.</summary>
internal sealed class ReturnForm : Form
{
    private const string Why = "reason";

    public override string Id => "return";

    public override string? Skill => "returns";

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new OrderSlot
        {
            Fits = order => order.Status == OrderStatus.Delivered,

            // Items and reason are not known yet: here the order is judged by the most lenient reason.
            Check = form => Policy.Refusal(form, Policy.Judge(form, OrderChangeKind.Return, change => change with { Reason = "faulty" }), "order-status", "repair"),
        },
        new ProofSlot(),
        new LinesSlot(single: false),
        new ChoiceSlot(Why) { Check = form => Policy.Refusal(form, Judge(form), "repair", "exchange") },
    ];

    public override decimal? Worth(FormScene form) => ValueOf(form);

    public override string? Terms(FormScene form) => Judge(form) is { } answer && form.Order is { } order
        ? form.Say(
            answer.AtFault ? "terms.fault" : answer.Cost > 0 ? "terms.paid" : "terms.free",
            ("date", answer.Until is { } day ? When.Day(day, form.Locale, form.Now) : ""),
            ("cost", Money.Show(answer.Cost, order.Currency)),
            ("sum", Money.Show(ValueOf(form) ?? 0, order.Currency)))
        : null;

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult(
        new Outcome(form.Say("done", ("order", form[OrderSlot.Key] ?? "")))
        {
            Effects = [Policy.Change(form, OrderChangeKind.Return, change => change with { Skus = SkusOf(form), Reason = form[Why] })],
            Offers = ["refund-time"],
        });

    private static PolicyAnswer? Judge(FormScene form) =>
        Policy.Judge(form, OrderChangeKind.Return, change => change with { Skus = SkusOf(form), Reason = form[Why] });

    private static IReadOnlyList<string> SkusOf(FormScene form) => [.. LinesSlot.Chosen(form).Select(line => line.Sku)];

    private static decimal? ValueOf(FormScene form) => LinesSlot.Chosen(form).Sum(line => line.UnitPrice * line.Quantity);
}
