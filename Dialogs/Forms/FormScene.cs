using SupportBot.Dialogs.Orders;
using SupportBot.Dialogs.Reminders;
using SupportBot.Dialogs.Tickets;

namespace SupportBot.Dialogs.Forms;

/// <summary>A form in one turn: what is known, and what has been looked up for it.</summary>
internal sealed class FormScene(Scene scene, Form form, FormState state)
{
    private readonly Dictionary<string, string> values = new(state.Values);

    public Form Form => form;

    public FormState Before => state;

    public TurnInput Input => scene.Input;

    public string Locale => scene.Locale;

    public DateTime Now => scene.Input.Now;

    public FormWords Words { get; } = scene.Words.Of(form.Id);

    /// <summary>What the conversation remembers; forms add to it.</summary>
    public DialogState Memory { get; set; } = scene.State;

    /// <summary>The order the form is about, once it is found.</summary>
    public Order? Order { get; set; }

    /// <summary>The signed-in shopper's orders, once they are looked up.</summary>
    public IReadOnlyList<Order> Mine { get; set; } = [];

    /// <summary>The shopper's reminders, once they are looked up.</summary>
    public IReadOnlyList<Reminder> Reminders { get; set; } = [];

    /// <summary>The shopper's tickets, once they are looked up.</summary>
    public IReadOnlyList<TicketProgress> Tickets { get; set; } = [];

    /// <summary>What was taken for granted, to be said before the next question.</summary>
    public string? Note { get; set; }

    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>A slot's value; null when it is not known or was passed over.</summary>
    public string? this[string slot] => values.GetValueOrDefault(slot) is { Length: > 0 } value ? value : null;

    /// <summary>Whether the slot is done with, passed over included.</summary>
    public bool Has(string slot) => values.ContainsKey(slot);

    public void Set(string slot, string value) => values[slot] = value;

    public void Forget(string slot) => values.Remove(slot);

    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> with) => Words.Say(key, with);

    /// <summary>A reference for people to quote.</summary>
    public string Reference(string purpose) => Dialogs.Reference.Short(Input.Conversation, scene.State.Turns, purpose);

    /// <summary>The idempotency key of a change.</summary>
    public string Key(string purpose) => Dialogs.Reference.Key(Input.Conversation, scene.State.Turns, purpose);

    /// <summary>What is filled in so far, a line a slot.</summary>
    public string Summary() => string.Join('\n', form.Slots
        .Where(slot => this[slot.Name] is not null && slot.Needed(this))
        .Select(slot => $"- {Words.Say($"{slot.Name}.name")}: {Plain.Line(slot.Show(this, this[slot.Name] ?? ""))}"));
}
