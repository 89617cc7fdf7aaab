namespace SupportBot.Dialogs.Persons;

/// <summary>The store's own lists of words that say how a message is meant, both languages together.</summary>
/// <param name="Angry">Insults and words of anger.</param>
/// <param name="Severe">Danger, injury, legal steps, the press.</param>
/// <param name="Repeated">That it has happened or been said before.</param>
public sealed record WordLists(IReadOnlyList<string> Angry, IReadOnlyList<string> Severe, IReadOnlyList<string> Repeated)
{
    public static readonly WordLists Empty = new([], [], []);

    /// <summary>Whether the text holds one of the words: Latin ones as whole words, Chinese ones anywhere.</summary>
    public static bool Holds(IReadOnlyList<string> words, string text)
    {
        foreach (string word in words)
        {
            if (HoldsWord(text, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the text holds the word, whatever its case.</summary>
    public static bool HoldsWord(string text, string word)
    {
        for (int at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0 && word.Length > 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + word.Length;
            bool begins = at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(word[0]));
            bool ends = end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) && char.IsAsciiLetterOrDigit(word[^1]));
            if (begins && ends)
            {
                return true;
            }
        }

        return false;
    }
}
