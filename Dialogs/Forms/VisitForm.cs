using System.Globalization;
using SupportBot.Dialogs.Forms.Slots;

namespace SupportBot.Dialogs.Forms;

/// <summary>An appointment at the shopper's home, written down as a work order.</summary>
internal abstract class VisitForm : Form
{
    private const string What = "product";
    private const string Problem = "problem";
    private const string Where = "address";
    private const string OnDay = "day";
    private const string Window = "window";
    private const string Phone = "phone";
    private const int MostProduct = 80;
    private const int MostProblem = 300;

    public override string? Skill => "technicians";

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new TextSlot(What, MostProduct),
        new TextSlot(Problem, MostProblem) { FromOpening = true },
        new OrderNumberSlot(asked: false),
        new AddressSlot(Where),
        new DaySlot(OnDay),
        new WindowSlot(Window),
        new PhoneSlot(Phone),
    ];

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation)
    {
        string reference = form.Reference(Id);
        TicketRequest ticket = new()
        {
            Reference = reference,
            Kind = TicketKind.WorkOrder,
            Category = Id,
            Description = $"{form[What]}: {form[Problem]}",
            OrderNumber = form[OrderNumberSlot.Key],
            Phone = form[Phone],
            Address = AddressSlot.OneLine(form[Where] ?? ""),
            At = At(form),
            Locale = form.Locale,
        };
        string when = $"{Shown(form, OnDay)}{(form.Locale == Language.Chinese ? " " : ", ")}{Shown(form, Window)}";
        return ValueTask.FromResult(new Outcome(form.Say("done", ("reference", reference), ("when", when))) { Effects = [new Effect(EffectKind.OpenTicket, Id) { Ticket = ticket }] });
    }

    private string Shown(FormScene form, string slot) => form[slot] is { } value ? SlotNamed(slot)?.Show(form, value) ?? value : "";

    private static DateTime? At(FormScene form) =>
        DateTime.TryParseExact(form[OnDay], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day)
            ? day.AddHours(form[Window] switch { "morning" => 8, "afternoon" => 12, _ => 17 })
            : null;
}

/// <summary>Somebody comes and repairs something.</summary>
internal sealed class RepairForm : VisitForm
{
    public override string Id => "repair";

    public override int Precedence => 6;
}

/// <summary>Somebody comes and installs something.</summary>
internal sealed class InstallationForm : VisitForm
{
    public override string Id => "installation";

    public override int Precedence => 6;
}
