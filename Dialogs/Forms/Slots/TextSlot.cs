namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>The shopper's own words, cut to a length that the state can hold.</summary>
internal sealed class TextSlot(string name, int most) : Slot(name)
{
    private const int LeastStory = 48;
    private const int LeastChineseStory = 18;

    /// <summary>Whether a first message that tells a story is taken for it.</summary>
    public bool FromOpening { get; init; }

    public override bool TakesAnything => true;

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        bool opening = FromOpening && form.Before.Asked is null && form.Before.Stage == FormStage.Filling
            && heard.Text.Length >= (form.Locale == Language.Chinese ? LeastChineseStory : LeastStory);
        return (asked || opening) && heard.Text.Any(char.IsLetterOrDigit) ? new Reading(Plain.Cut(heard.Text, most)) : Reading.Nothing;
    }
}
