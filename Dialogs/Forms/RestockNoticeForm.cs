using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Products;

namespace SupportBot.Dialogs.Forms;

/// <summary>Writes to the shopper when something sold out is there again.</summary>
internal sealed class RestockNoticeForm : Form
{
    private const string What = "product";
    private const string Which = "variant";

    public override string Id => "restock-notice";

    public override int Precedence => 0;

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new ProductSlot(What) { Check = form => SoldOut(form) is { Variants.Count: 0 } choice ? Here(form, choice.Product) : null },
        new VariantSlot(Which, SoldOut),
    ];

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation) => ValueTask.FromResult(
        new Outcome(form.Say("done"))
        {
            Effects = [Policy.Change(form, OrderChangeKind.RestockNotice, change => change with { WantedSku = form[Which], Email = form.Input.Orders.Shopper?.Email })],
        });

    private static Hurdle Here(FormScene form, Product product) =>
        new(form.Say("inStock", ("product", Plain.Line(OrderText.InLanguage(product.Name, form.Locale))))) { Ends = true, Offers = ["stock"] };

    private static (Product Product, IReadOnlyList<Variant> Variants)? SoldOut(FormScene form) =>
        form[What] is { } id && form.Input.Catalogue.Get(id) is { } product ? (product, [.. product.Variants.Where(variant => variant.Stock == 0)]) : null;
}
