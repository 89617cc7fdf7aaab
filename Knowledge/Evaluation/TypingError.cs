namespace SupportBot.Knowledge.Evaluation;

/// <summary>Makes one typing error in a question, the same for the same seed: a letter swapped, dropped, doubled or replaced by a neighbour on the keyboard.</summary>
public static class TypingError
{
    private const string Keyboard = "qwertyuiop asdfghjkl zxcvbnm ";

    /// <summary>The question with an error in one of its words of four or more letters; unchanged where there is none.</summary>
    public static string In(string question, uint seed)
    {
        int[] places = [.. Enumerable.Range(0, Math.Max(0, question.Length - 1)).Where(i => IsInside(question, i))];
        if (places.Length == 0)
        {
            return question;
        }
        uint random = Text.Hashing.Mix(seed + 1);
        int at = places[random % (uint)places.Length];
        char c = char.ToLowerInvariant(question[at]);
        return ((random >> 16) % 4) switch
        {
            0 => $"{question[..at]}{question[at + 1]}{question[at]}{question[(at + 2)..]}",
            1 => question.Remove(at, 1),
            2 => question.Insert(at, question[at].ToString()),
            _ => $"{question[..at]}{Neighbour(c)}{question[(at + 1)..]}",
        };
    }

    private static bool IsInside(string text, int at)
    {
        int start = at;
        int end = at;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }
        return char.IsAsciiLetter(text[at]) && end - start >= 4 && at > start && at + 1 < end;
    }

    private static char Neighbour(char c)
    {
        int at = Keyboard.IndexOf(c, StringComparison.Ordinal);
        return Keyboard[at + 1] == ' ' ? Keyboard[at - 1] : Keyboard[at + 1];
    }
}
