using SupportBot.Dialogs.Forms.Slots;

namespace SupportBot.Dialogs.Forms;

/// <summary>Somebody rings the shopper.</summary>
internal sealed class CallBackForm : Form
{
    private const string Phone = "phone";
    private const string At = "when";
    private const string About = "about";
    private const int MostAbout = 160;

    public override string Id => "call-back";

    public override int Precedence => 2;

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new PhoneSlot(Phone),
        new WhenSlot(At) { MayBeSoon = true },
        new TextSlot(About, MostAbout) { Optional = true },
    ];

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation)
    {
        string reference = form.Reference(Id);
        TicketRequest ticket = new()
        {
            Reference = reference,
            Kind = TicketKind.CallBack,
            Category = Id,
            Description = form[About] ?? form.Say("noSubject"),
            OrderNumber = form.Memory.Order,
            Phone = form[Phone],
            At = WhenSlot.Parse(form[At]),
            Locale = form.Locale,
        };
        string when = SlotNamed(At)?.Show(form, form[At] ?? "") ?? "";
        return ValueTask.FromResult(new Outcome(form.Say("done", ("phone", Plain.Line(form[Phone] ?? "")), ("when", when), ("reference", reference)))
        {
            Effects = [new Effect(EffectKind.OpenTicket, Id) { Ticket = ticket }],
        });
    }
}
