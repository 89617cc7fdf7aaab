using SupportBot.Dialogs.Forms;

namespace SupportBot.Dialogs;

/// <summary>Holds what is remembered below 8 KB of JSON, however much a shopper writes.</summary>
internal static class StateLimit
{
    // A character takes at most six bytes in JSON, and names and quotes come on top.
    private const int MostCharacters = 1_200;

    public static DialogState Hold(DialogState state)
    {
        if (Length(state.Form) + Length(state.Paused) <= MostCharacters)
        {
            return state;
        }

        return Length(state.Form) <= MostCharacters ? state with { Paused = null } : state with { Form = null, Paused = null };
    }

    private static int Length(FormState? form) => form is null ? 0
        : form.Values.Sum(pair => pair.Key.Length + pair.Value.Length) + form.Options.Sum(option => option.Length) + form.Path.Sum(step => step.Length);
}
