namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>A phone number to ring.</summary>
internal sealed class PhoneSlot(string name) : Slot(name)
{
    public override bool KeepsLanguage => true;

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        if (heard.Phone is { } phone)
        {
            return new Reading(phone);
        }

        return asked && heard.Text.Any(char.IsAsciiDigit)
            ? new Reading(null, form.Say("phone.malformed", ("text", Plain.Line(Plain.Cut(heard.Text, 40)))))
            : Reading.Nothing;
    }
}
