namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>Files the shopper has sent, as ids between commas.</summary>
internal sealed class FilesSlot(string name) : Slot(name)
{
    private const int Most = 5;

    public override Reading Read(FormScene form, Heard heard, bool asked) => heard.Utterance.Files.Count > 0
        ? new Reading(string.Join(',', heard.Utterance.Files.Take(Most)))
        : Reading.Nothing;

    public override string Show(FormScene form, string value) => form.Say("files.count", ("count", value.Split(',').Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
