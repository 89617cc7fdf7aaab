namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>The part of the day for a visit: one of the choices of the form's words, or an hour that lies in it.</summary>
internal sealed class WindowSlot(string name) : Slot(name)
{
    private const int Noon = 12;
    private const int Evening = 17;

    private readonly ChoiceSlot choices = new(name);

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        Reading chosen = choices.Read(form, heard, asked);
        return chosen.Value is not null || heard.Hour is not { } hour ? chosen : new Reading(hour < Noon ? "morning" : hour < Evening ? "afternoon" : "evening");
    }

    public override IReadOnlyList<Option> Options(FormScene form) => choices.Options(form);

    public override string Show(FormScene form, string value) => choices.Show(form, value);
}
