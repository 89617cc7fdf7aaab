namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>An order's number that is only written down: nothing of the order is shown, so nothing has to be proved.</summary>
/// <param name="asked">Whether it is asked for; else it is only taken when said.</param>
internal sealed class OrderNumberSlot(bool asked) : Slot(Key)
{
    public const string Key = "orderNumber";

    public override bool OnDemand => !asked;

    public override bool KeepsLanguage => true;

    public override Reading Read(FormScene form, Heard heard, bool asksNow)
    {
        if (heard.OrderNumber is { } number)
        {
            return new Reading(number);
        }

        return asksNow && heard.Text.Count(char.IsAsciiDigit) >= 4
            ? new Reading(null, form.Say("order.malformed", ("text", Plain.Line(Plain.Cut(heard.Text, 40)))))
            : Reading.Nothing;
    }
}
