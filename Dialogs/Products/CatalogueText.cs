namespace SupportBot.Dialogs.Products;

/// <summary>A text as the catalogue compares it: lower case, full-width forms made ordinary, apostrophes dropped, English plurals made singular.</summary>
internal static class CatalogueText
{
    private const int Longest = 400;

    public static string Normalise(string text)
    {
        ReadOnlySpan<char> source = text.AsSpan(0, Math.Min(text.Length, Longest));
        Span<char> kept = stackalloc char[Longest];
        int length = 0;
        foreach (char c in source)
        {
            if (c is '\'' or '’' or '‘' or '＇')
            {
                continue;
            }

            char plain = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c == '\u3000' ? ' ' : c;
            kept[length++] = char.ToLowerInvariant(plain);
        }

        // The one everyday Chinese word with a Latin letter in it, in its other spelling.
        return kept[..length].ToString().Replace("t恤", "体恤", StringComparison.Ordinal);
    }

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF';

    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || char.IsLetter(c) && !IsHan(c);

    /// <summary>The singular of a plural, as far as spelling tells.</summary>
    public static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) => word switch
    {
        { Length: < 4 } => word,
        [.., 's', 's', 'e', 's'] or [.., 's', 'h', 'e', 's'] or [.., 'c', 'h', 'e', 's'] or [.., 'x', 'e', 's'] => word[..^2],
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
        [.., 's'] => word[..^1],
        _ => word,
    };

    /// <summary>A phrase's words, singular, with one space between; Chinese characters stay together.</summary>
    public static string Phrase(string text)
    {
        string normal = Normalise(text);
        List<string> parts = [];
        for (int at = 0; at < normal.Length;)
        {
            bool han = IsHan(normal[at]);
            int end = at;
            while (end < normal.Length && (han ? IsHan(normal[end]) : IsWord(normal[end])))
            {
                end++;
            }

            if (end > at)
            {
                parts.Add(han ? normal[at..end] : Singular(normal.AsSpan(at, end - at)).ToString());
            }

            at = Math.Max(end, at + 1);
        }

        return string.Join(' ', parts);
    }
}
