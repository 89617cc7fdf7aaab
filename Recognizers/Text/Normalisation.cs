namespace SupportBot.Recognizers.Text;

/// <summary>
/// Maps text one character to one character, so that every offset stays true: lower case, full-width forms to ASCII, and, for reading
/// alone, traditional characters to simplified ones.
/// </summary>
internal static class Normalisation
{
    private const char FullWidthFirst = '\uFF01';
    private const char FullWidthLast = '\uFF5E';
    private const int FullWidthOffset = 0xFEE0;
    private const char FullWidthComma = '\uFF0C';
    private const char ListComma = ';';
    private const int LongestOnStack = 256;

    /// <summary>The text as the grammars read it.</summary>
    public static void Normalise(ReadOnlySpan<char> source, Span<char> target)
    {
        for (int i = 0; i < source.Length; i++)
        {
            char c = source[i];
            target[i] = c < '\u0080' ? Normalise(c) : IsCjk(c) ? Traditional.Simplified(c) : IsListComma(source, i) ? ListComma : Normalise(c);
        }
    }

    /// <summary>The words as a recognition shows them.</summary>
    public static string Shown(ReadOnlySpan<char> source)
    {
        Span<char> shown = source.Length <= LongestOnStack ? stackalloc char[source.Length] : new char[source.Length];
        for (int i = 0; i < source.Length; i++)
            shown[i] = Normalise(source[i]);
        return new string(shown);
    }

    public static char Normalise(char c) => c switch
    {
        < '\u0080' => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c,
        '\u3001' => ',',
        '\u3000' or '\u00A0' or '\u202F' => ' ',
        '\u2019' => '\'',
        '\u3002' => c,
        >= FullWidthFirst and <= FullWidthLast => Normalise((char)(c - FullWidthOffset)),
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>A full-width comma between ASCII digits parts two numbers; only among full-width digits it groups those of one.</summary>
    private static bool IsListComma(ReadOnlySpan<char> source, int at) =>
        source[at] == FullWidthComma && at > 0 && at + 1 < source.Length && char.IsAsciiDigit(source[at - 1]) && char.IsAsciiDigit(source[at + 1]);

    public static bool IsCjk(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '\u3007';
}
