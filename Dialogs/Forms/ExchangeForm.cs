using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;

namespace SupportBot.Dialogs.Forms;

/// <summary>Swaps one item for another size or colour of the same product.</summary>
internal sealed class ExchangeForm : Form
{
    private const string Wanted = "wanted";

    public override string Id => "exchange";

    public override int Precedence => 4;

    public override string? Skill => "returns";

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new OrderSlot
        {
            Fits = order => order.Status == OrderStatus.Delivered,
            Check = form => Policy.Refusal(form, Policy.Judge(form, OrderChangeKind.Exchange, change => change with { WantedSku = "", Reason = "faulty" }), "order-status", "repair"),
        },
        new ProofSlot(),
        new LinesSlot(single: true) { Check = CheckLine },
        new VariantSlot(Wanted, Candidates) { OfOrder = true },
    ];

    public override string? Terms(FormScene form) => Judge(form) is { Until: { } until } ? form.Say("terms", ("date", When.Day(until, form.Locale, form.Now))) : null;

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult(
        new Outcome(form.Say("done", ("order", form[OrderSlot.Key] ?? "")))
        {
            Effects = [Policy.Change(form, OrderChangeKind.Exchange, change => change with { Skus = SkusOf(form), WantedSku = form[Wanted] })],
        });

    private static PolicyAnswer? Judge(FormScene form) =>
        Policy.Judge(form, OrderChangeKind.Exchange, change => change with { Skus = SkusOf(form), WantedSku = form[Wanted] ?? "" });

    private static Hurdle? CheckLine(FormScene form)
    {
        if (Policy.Refusal(form, Judge(form), "return", "repair") is { } refusal)
        {
            return refusal;
        }

        return Candidates(form) switch
        {
            null => new Hurdle(form.Say("unknownProduct")) { HandOff = "exchange-by-hand" },
            { Variants.Count: 0 } => new Hurdle(form.Say("noneInStock")) { Ends = true, Offers = ["restock-notice", "return"] },
            _ => null,
        };
    }

    private static (Product Product, IReadOnlyList<Variant> Variants)? Candidates(FormScene form) =>
        LinesSlot.Chosen(form) is [{ } line] && form.Input.Catalogue.OfSku(line.Sku) is { } product
            ? (product, [.. product.Variants.Where(variant => variant.Sku != line.Sku && variant.Stock > 0)])
            : null;

    private static IReadOnlyList<string> SkusOf(FormScene form) => [.. LinesSlot.Chosen(form).Select(line => line.Sku)];
}
