using SupportBot.Dialogs.Forms;

namespace SupportBot.Dialogs.Persons;

/// <summary>What a person is told who is brought into a conversation.</summary>
internal static class Request
{
    private const int LongestSummary = 600;

    public static HandOffRequest Of(Scene scene, string reason, FormScene? form)
    {
        FormScene? open = form ?? (scene.State.Form is { } state && Form.Find(state.Id) is { } kind ? new FormScene(scene, kind, state) : null);
        HandOffPriority priority = reason switch
        {
            "severe" => HandOffPriority.Urgent,
            "angry" or "money-limit" => HandOffPriority.High,
            _ => scene.Input.Vip ? HandOffPriority.High : HandOffPriority.Normal,
        };
        string said = Plain.Cut(scene.Input.Utterance.Text, 200);
        string? summary = open is null ? said.Length == 0 ? null : said : $"{open.Say("title")}\n{open.Summary()}".Trim();
        return new HandOffRequest(reason == "severe" ? "complaints" : open?.Form.Skill, priority, summary is null ? null : Plain.Cut(summary, LongestSummary));
    }
}
