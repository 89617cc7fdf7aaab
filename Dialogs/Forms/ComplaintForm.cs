using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Persons;

namespace SupportBot.Dialogs.Forms;

/// <summary>Takes a complaint down: what it is about, what happened, what is wished, pictures. How grave it is follows from the store's words and what was said before.</summary>
internal sealed class ComplaintForm : Form
{
    private const string Category = "category";
    private const string What = "what";
    private const string Wish = "wish";
    private const string Pictures = "files";
    private const int MostWhat = 500;
    private const int MostWish = 160;
    private const int LeastStory = 8;
    private const int MostRemembered = 5;

    public override string Id => "complaint";

    public override int Precedence => 2;

    public override string? Skill => "complaints";

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new ChoiceSlot(Category),
        new TextSlot(What, MostWhat) { FromOpening = true },
        new OrderNumberSlot(asked: true) { Optional = true },
        new TextSlot(Wish, MostWish) { Optional = true },
        new FilesSlot(Pictures) { Optional = true },
    ];

    public override ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation)
    {
        string reference = form.Reference(Id);
        TicketLevel level = LevelOf(form);
        TicketRequest ticket = new()
        {
            Reference = reference,
            Kind = TicketKind.Complaint,
            Level = level,
            Category = form[Category] ?? "other",
            Description = form[What] ?? "",
            Wish = form[Wish],
            OrderNumber = form[OrderNumberSlot.Key],
            Email = form.Input.Orders.Shopper?.Email,
            Files = form[Pictures]?.Split(',') ?? [],
            Locale = form.Locale,
        };
        form.Memory = form.Memory with { Complaints = [.. form.Memory.Complaints.TakeLast(MostRemembered - 1), Key(form)] };
        bool bring = level == TicketLevel.Severe && form.Input.Settings.HandOff.WhenSevere;
        string key = level switch { TicketLevel.Severe => "done.severe", TicketLevel.Repeat => "done.repeat", TicketLevel.General => "done" };
        return ValueTask.FromResult(new Outcome(form.Say(key, ("reference", reference)))
        {
            Effects = [new Effect(EffectKind.OpenTicket, Id) { Ticket = ticket }],
            Offers = ["call-back"],
            HandOff = bring ? "severe" : null,
        });
    }

    public override bool TakesRest(FormScene form, string text)
    {
        bool fits = form[What] is { } told && told.Length + text.Length < MostWhat && text.Length >= LeastStory;
        if (fits)
        {
            form.Set(What, $"{form[What]} {text}");
        }

        return fits;
    }

    private static TicketLevel LevelOf(FormScene form)
    {
        WordLists words = form.Input.Settings.Words;
        string told = $"{form[What]}\n{form[Wish]}";
        return WordLists.Holds(words.Severe, told) ? TicketLevel.Severe
            : WordLists.Holds(words.Repeated, told) || form.Memory.Complaints.Any(before => before == Key(form) || form[OrderNumberSlot.Key] is { } order && before.EndsWith($" {order}", StringComparison.Ordinal)) ? TicketLevel.Repeat
            : TicketLevel.General;
    }

    private static string Key(FormScene form) => $"{form[Category]} {form[OrderNumberSlot.Key]}".Trim();
}
