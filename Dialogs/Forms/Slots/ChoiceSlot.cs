using SupportBot.Dialogs.Persons;

namespace SupportBot.Dialogs.Forms.Slots;

/// <summary>One of the choices that the form's words list, by number, by its title or by a word that says it.</summary>
internal sealed class ChoiceSlot(string name) : Slot(name)
{
    /// <summary>Whether a word of the first message is enough to choose.</summary>
    public bool FromOpening { get; init; } = true;

    public override Reading Read(FormScene form, Heard heard, bool asked)
    {
        IReadOnlyList<WordedChoice> choices = form.Words.Choices(Name);
        if (asked && heard.Number is { } number)
        {
            return number >= 1 && number <= choices.Count ? new Reading(choices[number - 1].Key) : Reading.Nothing;
        }

        return asked || FromOpening ? new Reading(Longest(choices, heard.Text)) : Reading.Nothing;
    }

    public override IReadOnlyList<Option> Options(FormScene form) => [.. form.Words.Choices(Name).Select(choice => new Option(choice.Key, choice.Title))];

    public override string Show(FormScene form, string value) => form.Words.Choices(Name).FirstOrDefault(choice => choice.Key == value)?.Title ?? value;

    // The longest word decides: "does not work" before "work".
    private static string? Longest(IReadOnlyList<WordedChoice> choices, string text)
    {
        (string? key, int length) = (null, 0);
        foreach (WordedChoice choice in choices)
        {
            foreach (string word in choice.Words)
            {
                if (word.Length > length && WordLists.HoldsWord(text, word))
                {
                    (key, length) = (choice.Key, word.Length);
                }
            }
        }

        return key;
    }
}
