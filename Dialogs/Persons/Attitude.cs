using SupportBot.Dialogs.Forms;

namespace SupportBot.Dialogs.Persons;

/// <summary>What the tone of a message asks for, whatever it is about.</summary>
internal static class Attitude
{
    /// <summary>A person for angry words, where the store wants it so.</summary>
    public static Turn? Judge(Scene scene, Heard heard) =>
        scene.Input.Settings.HandOff.WhenAngry && WordLists.Holds(scene.Input.Settings.Words.Angry, heard.Text)
            ? scene.HandOff("angry", scene.Shared.Say("sorryAngry"))
            : null;
}
