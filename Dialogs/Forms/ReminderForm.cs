using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Reminders;

namespace SupportBot.Dialogs.Forms;

/// <summary>The shopper's own reminders: set one, list them, move one, drop one.</summary>
internal sealed class ReminderForm : Form
{
    private const string Do = "action";
    private const string Which = "which";
    private const string At = "when";
    private const string Text = "text";
    private const int MostPending = 9;

    public override string Id => "reminder";

    public override int Precedence => 1;

    public override bool Confirms => false;

    public override IReadOnlyList<Slot> Slots { get; } =
    [
        new ChoiceSlot(Do) { Default = _ => "set", Check = CheckAction },
        new PendingReminderSlot(Which) { Needed = form => form[Do] is "move" or "drop" },
        new WhenSlot(At) { Needed = form => form[Do] is "set" or "move" or null },
        new ReminderTextSlot(Text) { Needed = form => form[Do] is "set" or null },
    ];

    public override async ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation)
    {
        if (form[Do] == "list")
        {
            return new Outcome(List(form, await form.Input.Reminders.PendingAsync(cancellation)));
        }

        DateTime? at = WhenSlot.Parse(form[At]);
        string when = at is { } moment ? When.Moment(moment, form.Locale, form.Now) : "";
        Reminder? known = form.Reminders.FirstOrDefault(reminder => reminder.Reference == form[Which]);
        string text = form[Text] ?? known?.Text ?? "";
        ReminderRequest request = form[Do] switch
        {
            "move" => new ReminderRequest(ReminderAction.Move, form[Which] ?? "", at, null, form.Locale),
            "drop" => new ReminderRequest(ReminderAction.Drop, form[Which] ?? "", null, null, form.Locale),
            _ => new ReminderRequest(ReminderAction.Set, form.Reference(Id), at, text, form.Locale),
        };
        return new Outcome(form.Say($"done.{form[Do]}", ("when", when), ("text", Plain.Line(text)))) { Effects = [new Effect(EffectKind.Remind, $"reminder-{form[Do]}") { Reminder = request }] };
    }

    private static Hurdle? CheckAction(FormScene form) => form[Do] switch
    {
        "move" or "drop" when form.Reminders.Count == 0 => new Hurdle(form.Say("none")) { Ends = true },
        "set" when form.Reminders.Count >= MostPending => new Hurdle(form.Say("tooMany")) { Ends = true },
        _ => null,
    };

    private static string List(FormScene form, IReadOnlyList<Reminder> pending) => pending.Count == 0
        ? form.Say("none")
        : $"{form.Say("list")}\n{string.Join('\n', pending.Select((reminder, index) => $"{index + 1}. {When.Moment(reminder.At, form.Locale, form.Now)}: {Plain.Line(reminder.Text)}"))}";
}
