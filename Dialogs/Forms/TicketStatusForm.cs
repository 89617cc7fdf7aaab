using SupportBot.Dialogs.Forms.Slots;
using SupportBot.Dialogs.Tickets;

namespace SupportBot.Dialogs.Forms;

/// <summary>How a complaint, a visit or a promised call stands.</summary>
internal sealed class TicketStatusForm : Form
{
    public override string Id => "ticket-status";

    public override int Precedence => 1;

    public override bool Confirms => false;

    public override string? Skill => "complaints";

    public override IReadOnlyList<Slot> Slots { get; } = [new TicketReferenceSlot()];

    public override async ValueTask<Outcome> FinishAsync(FormScene form, CancellationToken cancellation)
    {
        if (form[TicketReferenceSlot.Key] is not { } reference)
        {
            return form.Tickets.Count == 0
                ? new Outcome(form.Say("none")) { Offers = ["complaint", "repair"] }
                : Report(form, form.Tickets);
        }

        return await form.Input.Tickets.FindAsync(reference, cancellation) is { } found
            ? Report(form, [found])
            : new Outcome(form.Say("unknown", ("reference", reference))) { Offers = [Id, "complaint"] };
    }

    // A closed one that is asked about is perhaps not solved; a late one wants a person.
    private static Outcome Report(FormScene form, IReadOnlyList<TicketProgress> tickets) => new(string.Join("\n\n", tickets.Select(ticket => Line(form, ticket))))
    {
        Offers = tickets.Any(ticket => ticket.Stage == TicketStage.Closed) ? ["complaint", "call-back"] : ["call-back"],
    };

    private static string Line(FormScene form, TicketProgress ticket) => form.Say(
        KeyOf(form, ticket),
        ("kind", form.Say($"kind.{ticket.Kind}")),
        ("reference", ticket.Reference),
        ("opened", When.Day(DateOnly.FromDateTime(ticket.OpenedAt), form.Locale, form.Now)),
        ("closed", When.Day(DateOnly.FromDateTime(ticket.ClosedAt ?? ticket.DueAt), form.Locale, form.Now)),
        ("due", When.Day(DateOnly.FromDateTime(ticket.DueAt), form.Locale, form.Now)));

    private static string KeyOf(FormScene form, TicketProgress ticket) => ticket.Stage switch
    {
        TicketStage.Closed => "closed",
        TicketStage.Verifying => "verifying",
        TicketStage.Open or TicketStage.InProgress or TicketStage.HandedOver when ticket.DueAt < form.Now => "late",
        TicketStage.Open => "open",
        TicketStage.InProgress => "inProgress",
        TicketStage.HandedOver => "handedOver",
    };
}
