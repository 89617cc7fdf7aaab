using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Orders;

namespace SupportBot.Dialogs.Forms;

/// <summary>Sends an order that is not packed yet to another address.</summary>
internal sealed class ChangeAddressForm : Form
{
    private const string To = "address";

    private static readonly Address Unknown = new("", "", "", "", "");

    public override string Id => "change-address";

    public override int Precedence => 3;

    public override string? Skill => "orders";

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new OrderSlot
        {
            Fits = order => order.Status <= OrderStatus.Packing,
            Check = form => Policy.Refusal(form, Policy.Judge(form, OrderChangeKind.ChangeAddress, change => change with { Address = form.Order?.ShipTo }), "order-status"),
        },
        new ProofSlot(),
        new AddressSlot(To),
    ];

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation)
    {
        Address address = AddressSlot.ToAddress(form[To] ?? "", form.Order?.ShipTo ?? Unknown);
        return ValueTask.FromResult(new Outcome(form.Say("done", ("order", form[OrderSlot.Key] ?? ""), ("address", Plain.Line(AddressSlot.OneLine(form[To] ?? "")))))
        {
            Effects = [Policy.Change(form, OrderChangeKind.ChangeAddress, change => change with { Address = address })],
        });
    }
}
